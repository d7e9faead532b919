import { describe, expect, test, vi } from 'vitest';
import type { CommandAnswer, DayChart } from '../../../src/domain/command.ts';
import { channelSettings } from '../../fakes/channel-settings.ts';
import { action, table } from './posted-buttons.ts';
import { type SlackBot, type SlackBotOptions, startSlackBot } from './slack-bot.ts';

const users = [
  { id: 'U1', name: 'ada' },
  { id: 'UADMIN', name: 'grace', isAdmin: true },
];

const chart: DayChart = {
  heading: 'Stories a day',
  days: [
    { day: '2026-11-24', count: 2 },
    { day: '2026-11-25', count: 5 },
  ],
  text: 'Seven stories in two days, most on 25 November.',
};

async function start(options: SlackBotOptions = {}): Promise<SlackBot> {
  const bot = await startSlackBot({ ...options, slack: { users, ...options.slack } });
  bot.commands.answer('stats', (): CommandAnswer => ({ kind: 'chart', chart }));
  return bot;
}

function setUp({ store }: SlackBot, channelId: string): Promise<void> {
  const ref = { platform: 'slack', workspaceId: 'T1', channelId } as const;
  return store.channels.configure({ ref, settings: channelSettings }, 0);
}

const homeText = ({ slack }: SlackBot) =>
  JSON.stringify(slack.views.find(({ kind }) => kind === 'home')?.blocks ?? []);

/** Opens somebody's Home, and waits until these words stand in it; its id. */
async function openedHome(started: SlackBot, user: string, words: string): Promise<string> {
  await started.slack.openHome(user);
  await vi.waitFor(() => expect(homeText(started)).toContain(words));
  return started.slack.views.find(({ kind }) => kind === 'home')?.id ?? '';
}

test('the Home shows an admin the channel with everything that can be changed', async () => {
  const started = await start();
  const { commands } = started;
  await setUp(started, 'C1');

  await openedHome(started, 'UADMIN', '#news');

  expect(commands.runs.map(({ input }) => input.name)).toEqual([
    ...['deliveries list', 'digest archive', 'settings', 'watch list', 'stats', 'sources list'],
  ]);
  expect(commands.runsOf('settings')[0]?.input.options).toEqual({ channel: 'C1' });
  expect(commands.runsOf('deliveries list')[0]?.input.options).toEqual({ state: 'held' });
  expect(homeText(started)).toContain('form:settings?channel=C1');
  expect(homeText(started)).toContain('form:watch add?channel=C1');
});

test('the Home of anybody else leaves out what is for admins', async () => {
  const started = await start();
  await setUp(started, 'C1');

  await openedHome(started, 'U1', '#news');

  expect(started.commands.runsOf('settings')).toHaveLength(0);
  expect(homeText(started)).not.toContain('form:watch add');
});

test('the chart is a picture with its words, uploaded once a day', async () => {
  const started = await start();
  const { slack, clock } = started;

  await openedHome(started, 'U1', 'slack_file');
  await slack.openHome('U1');
  await vi.waitFor(() => expect(started.commands.runsOf('stats')).toHaveLength(2));

  expect(slack.uploads).toHaveLength(1);
  expect(slack.uploads[0]).toMatchObject({ isComplete: true, altText: chart.text, channelId: null });
  expect([...(slack.uploads[0]?.bytes.subarray(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')]);
  expect(homeText(started)).toContain(chart.text);
  clock.advance(86_400_000);
  await slack.openHome('U1');
  await vi.waitFor(() => expect(slack.uploads).toHaveLength(2));
});

test('where no picture can be uploaded, the words stand alone', async () => {
  const started = await start();
  started.slack.failNext('files.getUploadURLExternal', 'missing_scope', { needed: 'files:write' });

  await openedHome(started, 'U1', 'Seven stories in two days');

  expect(homeText(started)).not.toContain('slack_file');
});

test('where Slack does not show the picture yet, the Home comes without it', async () => {
  const started = await start();
  started.slack.failNext('views.publish', 'invalid_blocks');

  await openedHome(started, 'U1', 'Seven stories in two days');

  expect(homeText(started)).not.toContain('slack_file');
});

test('another channel can be chosen, and stays chosen', async () => {
  const channels = [
    { id: 'C1', name: 'news' },
    { id: 'C2', name: 'trade' },
  ];
  const started = await start({ slack: { channels } });
  const { slack, commands } = started;
  await setUp(started, 'C1');
  await setUp(started, 'C2');
  await openedHome(started, 'UADMIN', '#trade');

  await slack.choose(slack.views[0]?.id ?? '', 'home:channel', { user: 'UADMIN', value: 'C2' });
  await vi.waitFor(() => expect(commands.runsOf('sources list')).toHaveLength(2));
  await slack.openHome('UADMIN');
  await vi.waitFor(() => expect(commands.runsOf('sources list')).toHaveLength(3));

  expect(commands.runsOf('settings').map(({ input }) => input.options['channel'])).toEqual([
    'C1',
    'C2',
    'C2',
  ]);
});

describe('a private channel', () => {
  const channels = [
    { id: 'C1', name: 'news' },
    { id: 'C9', name: 'secret', isPrivate: true, members: ['UADMIN'] },
  ];

  async function startWithSecret(): Promise<SlackBot> {
    const started = await start({ slack: { channels } });
    await setUp(started, 'C9');
    await setUp(started, 'C1');
    return started;
  }

  test('stands in the Home of those who are in it alone', async () => {
    const started = await startWithSecret();

    await openedHome(started, 'U1', '#news');
    expect(homeText(started)).not.toContain('#secret');
    await started.slack.openHome('UADMIN');

    await vi.waitFor(() => expect(JSON.stringify(started.slack.views)).toContain('#secret'));
  });

  test('stands in nobody’s, as any other, where Slack does not say who sees it', async () => {
    const started = await startWithSecret();
    Object.assign(started.app.directory, { maySee: () => Promise.reject(new Error('Slack does not say.')) });

    await openedHome(started, 'UADMIN', 'Seven stories');

    expect(homeText(started)).not.toMatch(/#(?:news|secret)/);
    expect(started.log.sentences('warn')).toContain('Slack Home comes without channels');
  });
});

test('what is pressed in the Home is answered in a window, and shown in the Home', async () => {
  const started = await start();
  const { slack, commands } = started;
  commands.answer('watch list', () => table([action('story', { story: 's-1' })]));
  const home = await openedHome(started, 'U1', 'run:story?story=s-1');

  await slack.press(home, 'wire:0', { user: 'U1', value: 'run:story?story=s-1' });

  await vi.waitFor(() => expect(slack.views.find(({ kind }) => kind === 'modal')?.title).toBe('Story'));
  await vi.waitFor(() => expect(commands.runsOf('stats')).toHaveLength(2));
});

test('what is changed by a form of the Home is shown in it', async () => {
  const started = await start();
  const { slack, commands } = started;
  await setUp(started, 'C1');
  const home = await openedHome(started, 'UADMIN', 'form:settings');
  const edit = slack.views
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (Array.isArray(block['elements']) ? block['elements'] : []))
    .find((element) => element.value === 'form:settings?channel=C1');

  await slack.press(home, edit.action_id, { user: 'UADMIN', value: edit.value });
  await vi.waitFor(() => expect(slack.views.at(-1)?.callbackId).toBe('wire:form'));
  await vi.waitFor(() => expect(commands.runsOf('stats')).toHaveLength(2));
  await slack.submit(slack.views.at(-1)?.id ?? '', { 'option:zone': { value: 'UTC' } }, { user: 'UADMIN' });

  await vi.waitFor(() => expect(commands.runsOf('stats')).toHaveLength(3));
  expect(commands.runs.map(({ input }) => input.options['zone']).filter(Boolean)).toEqual(['UTC']);
});

test('what was done stays done where the Home cannot be shown anew', async () => {
  const started = await start();
  const { slack, commands } = started;
  commands.answer('watch list', () => table([action('story', { story: 's-1' })]));
  const home = await openedHome(started, 'U1', 'run:story?story=s-1');
  slack.failNext('views.publish', 'fatal_error');
  slack.failNext('views.publish', 'fatal_error');

  await slack.press(home, 'wire:0', { user: 'U1', value: 'run:story?story=s-1' });

  await vi.waitFor(() => expect(started.log.sentences('error')).toEqual(['Slack was not answered']));
  expect(slack.messages).toEqual([]);
  expect(slack.views.find(({ kind }) => kind === 'modal')?.title).toBe('Story');
});
