import { expect, onTestFinished, test } from 'vitest';
import { createSlackDirectory } from '../../../../adapters/slack/directory.ts';
import { createSlackClient } from '../../../../adapters/slack/web-client.ts';
import { RecordingLog } from '../../../fakes/recording-log.ts';
import { startFakeSlack } from '../../../fakes/slack/fake-slack.ts';

const users = [
  { id: 'U1', name: 'ada' },
  { id: 'U2', name: 'bob', isAdmin: true },
  { id: 'U3', name: 'guest', isGuest: true },
  { id: 'U4', name: 'gone', isDeleted: true },
  { id: 'U9', name: 'stranger', teamId: 'T2' },
];
const channels = [
  { id: 'C1', name: 'news', members: ['U1'] },
  { id: 'C2', name: 'visited', members: ['U3'], isMember: false },
  { id: 'G1', name: 'board', isPrivate: true, members: ['U1', 'U3'] },
  { id: 'G2', name: 'secret', isPrivate: true, isMember: false, members: ['U1'] },
];
const teams = [
  { id: 'T1', name: 'One', botToken: 'xoxb-1', botUserId: 'UBOT1', botId: 'B1' },
  { id: 'T2', name: 'Two', botToken: 'xoxb-2', botUserId: 'UBOT2', botId: 'B2' },
];
const scopes = ['channels:read', 'groups:read', 'users:read'];

async function started(more: readonly (typeof channels)[number][] = []) {
  const slack = await startFakeSlack({
    ...{ appToken: 'xapp-1', users, channels: [...channels, ...more] },
    teams: teams.map((team) => ({ ...team, scopes })),
  });
  onTestFinished(() => slack.stop());
  const client = createSlackClient('xoxb-1', { apiUrl: slack.apiUrl, log: new RecordingLog() });
  const clients = { of: async (workspaceId: string) => (workspaceId === 'T1' ? client : null) };
  const { maySee } = createSlackDirectory(clients, (call) => call());
  const sees = (channelId: string, personId: string, workspaceId = 'T1') =>
    maySee({ platform: 'slack', workspaceId, channelId }, personId);
  return { slack, sees };
}

test.each([
  ['a member of the team', 'U2', 'C1', true],
  ['a member of the team, where the bot is not,', 'U2', 'C2', true],
  ['a guest who is not in it', 'U3', 'C1', false],
  ['a guest who is in it', 'U3', 'C2', true],
  ['somebody whose account is closed', 'U4', 'C1', false],
  ['somebody of another team', 'U9', 'C1', false],
  ['nobody that Slack knows', 'U7', 'C1', false],
])('as a public channel is seen: %s (%s) sees %s: %s', async (_, personId, channelId, isSeen) => {
  const { sees } = await started();

  expect(await sees(channelId, personId)).toBe(isSeen);
});

test.each([
  ['whoever is in it', 'U1', 'G1', true],
  ['a guest who is in it', 'U3', 'G1', true],
  ['an admin who is not', 'U2', 'G1', false],
  ['anybody, where the bot is not in it,', 'U1', 'G2', false],
  ['anybody, where there is none,', 'U1', 'C7', false],
])('as a private channel is seen: %s (%s) sees %s: %s', async (_, personId, channelId, isSeen) => {
  const { sees } = await started();

  expect(await sees(channelId, personId)).toBe(isSeen);
});

test('a channel is found on whichever page it stands', async () => {
  const many = Array.from({ length: 450 }, (_, index) => ({
    ...{ id: `G9${index}`, name: `g${index}`, isPrivate: true, members: ['U1'] },
  }));
  const { sees } = await started(many);

  expect(await sees('G9449', 'U1')).toBe(true);
  expect(await sees('G9449', 'U2')).toBe(false);
});

test('one list answers for all channels that are asked about at once', async () => {
  const { slack, sees } = await started();

  const seen = await Promise.all(['C1', 'G1', 'C1', 'G1'].map((channelId) => sees(channelId, 'U2')));

  expect(seen).toEqual([true, false, true, false]);
  const asked = slack.calls.map(({ method }) => method).sort();
  expect(asked).toEqual(['conversations.info', 'users.conversations', 'users.conversations', 'users.info']);
});

test('where Slack cannot be asked a sentence says so', async () => {
  const { slack, sees } = await started();
  slack.failNext('users.conversations', 'missing_scope');

  await expect(sees('C1', 'U1')).rejects.toThrow(/^Slack does not say who sees which channel now\. .+\.$/);
  await expect(sees('C1', 'U1', 'T8')).rejects.toThrow('The bot is not installed in this workspace any more');
});
