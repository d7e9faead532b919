import { describe, expect, test, vi } from 'vitest';
import { firstWorkspaceSettings } from '../../../src/domain/workspace.ts';
import { type SlackBot, startSlackBot } from './slack-bot.ts';

const workspace = { platform: 'slack', workspaceId: 'T1' } as const;

describe('the directory', () => {
  const channels = [
    { id: 'C1', name: 'news' },
    { id: 'G2', name: 'board', isPrivate: true },
  ];

  test.each([
    ['C1', 'C1'],
    ['<#C1|news>', 'C1'],
    ['#news', 'C1'],
    ['News', 'C1'],
    ['board', 'G2'],
    ['C7', null],
    ['nothing', null],
  ])('finds by %s the channel %s', async (words, channelId) => {
    const { app } = await startSlackBot({ start: false, slack: { channels } });

    expect(await app.directory.find(words, workspace)).toEqual(channelId && { ...workspace, channelId });
  });

  test.each([
    ['C1', '#news'],
    ['G2', '#board'],
    ['C7', 'C7'],
  ])('knows %s by the name %s', async (channelId, name) => {
    const { app } = await startSlackBot({ start: false, slack: { channels } });

    expect(await app.directory.nameOf({ ...workspace, channelId })).toBe(name);
  });

  test('knows a channel by its id where Slack does not tell, and waits for no rate limit', async () => {
    const { app, slack } = await startSlackBot({ start: false, slack: { channels } });
    slack.rateLimitNext('conversations.info', 20);

    expect(await app.directory.nameOf({ ...workspace, channelId: 'C1' })).toBe('C1');
    expect(await app.directory.nameOf({ ...workspace, workspaceId: 'T9', channelId: 'C1' })).toBe('C1');
  });

  test('finds nothing in a workspace that has not installed the app', async () => {
    const { app } = await startSlackBot({ start: false });

    expect(await app.directory.find('C1', { platform: 'slack', workspaceId: 'T9' })).toBeNull();
  });
});

const users = [
  { id: 'U1', name: 'ada' },
  { id: 'U2', name: 'bob', isAdmin: true },
  { id: 'U3', name: 'eve', isOwner: true },
  { id: 'U4', name: 'pat', isPrimaryOwner: true },
];
const userGroups = [{ id: 'S1', handle: 'desk', name: 'Desk', userIds: ['U1'] }];

async function rightsOf(started: SlackBot, userId: string) {
  const count = started.commands.runs.length;
  await started.slack.command({ command: '/wire', text: 'watch list', userId, channelId: 'C1' });
  await vi.waitFor(() => expect(started.commands.runs).toHaveLength(count + 1));
  const { isAdmin, admins } = started.commands.runs.at(-1)?.actor ?? {};
  return { isAdmin, admins };
}

async function setGroup({ store }: SlackBot): Promise<void> {
  const audit = {
    ...{ atMs: 0, ...workspace, personId: 'U2', command: 'workspace', subject: 'workspace' },
    ...{ before: JSON.stringify(firstWorkspaceSettings), after: '{}' },
  };
  await store.workspaces.change(workspace, { ...firstWorkspaceSettings, adminGroupId: 'S1' }, audit);
}

describe('admins', () => {
  test('are the owners and admins of the workspace', async () => {
    const started = await startSlackBot({ slack: { users, userGroups } });

    const rights = [];
    for (const { id } of users) rights.push((await rightsOf(started, id)).isAdmin);

    expect(rights).toEqual([false, true, true, true]);
  });

  test('are the members of the group too, which a refusal names', async () => {
    const started = await startSlackBot({
      slack: { users: [...users, { id: 'U5', name: 'kim' }], userGroups },
    });
    await setGroup(started);

    expect(await rightsOf(started, 'U1')).toMatchObject({ isAdmin: true });
    expect(await rightsOf(started, 'U5')).toEqual({
      isAdmin: false,
      admins: 'workspace owners and admins, and members of @desk',
    });
  });

  test('are called by the name that their group has now, a minute later', async () => {
    const started = await startSlackBot({
      slack: { users: [...users, { id: 'U5', name: 'kim' }], userGroups },
    });
    await setGroup(started);
    const asked = () => started.slack.calls.filter(({ method }) => method === 'usergroups.list').length;

    await rightsOf(started, 'U5');
    await rightsOf(started, 'U5');
    expect(asked()).toBe(1);
    started.clock.advance(60_000);
    await rightsOf(started, 'U5');

    expect(asked()).toBe(2);
  });

  test('are asked for again after a minute', async () => {
    const started = await startSlackBot({ slack: { users } });
    const asked = () => started.slack.calls.filter(({ method }) => method === 'users.info').length;

    await rightsOf(started, 'U2');
    await rightsOf(started, 'U2');
    expect(asked()).toBe(1);
    started.clock.advance(60_000);
    await rightsOf(started, 'U2');

    expect(asked()).toBe(2);
  });

  test('are nobody while Slack cannot be asked', async () => {
    const started = await startSlackBot({ slack: { users } });
    started.slack.failNext('users.info', 'missing_scope', { needed: 'users:read' });

    expect(await rightsOf(started, 'U2')).toMatchObject({ isAdmin: false });
    expect(await rightsOf(started, 'U2')).toMatchObject({ isAdmin: true });
  });
});
