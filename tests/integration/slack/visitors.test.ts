import { expect, test, vi } from 'vitest';
import { firstWorkspaceSettings } from '../../../src/domain/workspace.ts';
import { allBotScopes } from '../../fakes/slack/method-scopes.ts';
import { action, posted } from './posted-buttons.ts';
import { type SlackBot, startSlackBot } from './slack-bot.ts';

const team = {
  ...{ id: 'T1', name: 'Newsroom', botToken: 'xoxb-1', botUserId: 'UBOT1', botId: 'B1' },
  scopes: allBotScopes,
};
const other = {
  ...{ id: 'T2', name: 'Partner', botToken: 'xoxb-2', botUserId: 'UBOT2', botId: 'B2' },
  ...{ scopes: allBotScopes, isInstalled: false },
};
const slackOptions = {
  teams: [team, other],
  users: [
    { id: 'U1', name: 'ada' },
    { id: 'UOUT', name: 'olaf', teamId: 'T2', isAdmin: true, isOwner: true },
    { id: 'UGUEST', name: 'gil', isGuest: true, isAdmin: true },
  ],
  channels: [{ id: 'C1', name: 'news', sharedWith: ['T2'] }],
  userGroups: [{ id: 'S1', handle: 'desk', name: 'Desk', userIds: ['UOUT', 'UGUEST'] }],
};

const workspace = { platform: 'slack', workspaceId: 'T1' } as const;
const start = (): Promise<SlackBot> => startSlackBot({ slack: slackOptions });
const fromBot = ({ slack }: SlackBot) => slack.messages.filter(({ user }) => user === 'UBOT1');

test('a question of another team in a shared channel is answered by the workspace of the app, to nobody of its admins', async () => {
  const started = await start();
  const { slack, commands } = started;

  await slack.mention('What is new?', { channel: 'C1', user: 'UOUT' });

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  expect(slack.deliveries[0]?.body).toMatchObject({ team_id: 'T2', context_team_id: 'T1' });
  expect(commands.runs[0]?.actor).toMatchObject({ workspaceId: 'T1', personId: 'UOUT', isAdmin: false });
  expect(commands.runs[0]?.actor).not.toHaveProperty('isVisitor');
});

test('a form that somebody of another team sends is of the workspace of the app', async () => {
  const started = await start();
  const { slack, commands } = started;
  const ts = await posted(started, [action('story', {}, 'form')]);
  await slack.press(ts, 'wire:0', { user: 'UOUT' });
  await vi.waitFor(() => expect(slack.views[0]?.callbackId).toBe('wire:form'));

  const suggestion = await slack.suggest({
    ...{ actionId: 'value', blockId: 'option:story', value: 'hua', user: 'UOUT' },
    viewId: slack.views[0]?.id ?? '',
  });
  const { body, outcome } = await slack.submit(
    slack.views[0]?.id ?? '',
    {
      'option:story': {
        value: { selected_option: { text: { type: 'plain_text', text: 's' }, value: 's-1' } },
      },
    },
    { user: 'UOUT' },
  );

  expect([suggestion.outcome, outcome]).toEqual(['acked', 'acked']);
  expect(body).toMatchObject({ team: { id: 'T2' }, view: { app_installed_team_id: 'T1' } });
  expect(commands.runs[0]).toMatchObject({
    ...{ input: { name: 'story', options: { story: 's-1' } } },
    actor: { workspaceId: 'T1', personId: 'UOUT', isAdmin: false },
  });
});

test.each(['UOUT', 'UGUEST'])('%s runs nothing but questions, in the group of admins too', async (user) => {
  const started = await start();
  const { slack, store, commands } = started;
  const audit = {
    ...{ atMs: 0, ...workspace, personId: 'U1', command: 'workspace', subject: 'workspace' },
    ...{ before: JSON.stringify(firstWorkspaceSettings), after: '{}' },
  };
  await store.workspaces.change(workspace, { ...firstWorkspaceSettings, adminGroupId: 'S1' }, audit);
  const ts = await posted(started, [action('watch list', {})]);

  await slack.press(ts, 'wire:0', { user });

  await vi.waitFor(() =>
    expect(JSON.stringify([slack.ephemerals, slack.messages])).toContain('Guests and people'),
  );
  expect(commands.runs).toEqual([]);
});

test('a guest is answered in a channel, and not in direct messages or a Home', async () => {
  const started = await start();
  const { slack, commands } = started;

  await slack.mention('What is new?', { channel: 'C1', user: 'UGUEST' });
  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  await slack.directMessage('And here?', { user: 'UGUEST' });
  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(2));
  await slack.openHome('UGUEST');
  await vi.waitFor(() => expect(JSON.stringify(slack.views)).toContain('Guests and people'));

  expect(commands.runs.map(({ input, actor }) => [input.name, actor.isAdmin])).toEqual([['ask', false]]);
  expect(fromBot(started)[1]?.text).toContain('Guests and people');
});
