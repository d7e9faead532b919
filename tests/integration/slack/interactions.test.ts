import { describe, expect, test, vi } from 'vitest';
import type { StoryEntry } from '../../../src/domain/message-document.ts';
import { unknownMoment } from '../../../src/domain/moment.ts';
import { simply } from '../../fakes/simple-publisher.ts';
import { action, channel, posted } from './posted-buttons.ts';
import { type Mode, startSlackBot } from './slack-bot.ts';

describe.each<Mode>(['socket', 'http'])('a button in %s mode', (mode) => {
  test('runs its command, and shows the answer to the one who pressed it', async () => {
    const started = await startSlackBot({ mode });
    const { slack, commands } = started;
    const ts = await posted(started, [action('story', { story: 's-1' })]);

    expect((await slack.press(ts, 'wire:0', { user: 'U1' })).outcome).toBe('acked');

    await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(1));
    expect(commands.runs[0]?.input).toEqual({ name: 'story', options: { story: 's-1' } });
    expect(commands.runs[0]?.actor.channelId).toBe('C1');
    expect(slack.messages).toHaveLength(1);
  });
});

test('a button in a thread is answered in the thread', async () => {
  const started = await startSlackBot();
  const { slack, commands } = started;
  const root = await posted(started, []);
  const reply = await posted(started, [action('story', { story: 's-1' })], root, 'key-2');

  await slack.press(reply, 'wire:0', { user: 'U1' });

  await vi.waitFor(() => expect(slack.ephemerals[0]?.thread_ts).toBe(root));
  expect(commands.runs[0]?.actor.conversationId).toBe(`C1:${root}`);
});

test('a button that nobody remembers says so', async () => {
  const started = await startSlackBot();
  const { slack } = started;
  const ts = await posted(started, [action('story', { story: 'x'.repeat(3_000) })]);

  await slack.press(ts, 'wire:0', { user: 'U1' });

  await vi.waitFor(() => expect(slack.ephemerals[0]?.text).toContain('This button is too old'));
});

describe('the shortcut', () => {
  test.each([
    [
      'the first link of a message',
      'See <https://news.test/a?b=1&amp;c=2|this>',
      'https://news.test/a?b=1&c=2',
    ],
    ['its text where there is no link', 'BIS adds ten &amp; more', 'BIS adds ten & more'],
  ])('compares %s in a window', async (_, text, article) => {
    const { slack, commands } = await startSlackBot();
    const { ts } = await slack.say(text, { channel: 'C1', user: 'U1' });

    await slack.shortcut('compare', ts, { user: 'U1' });

    await vi.waitFor(() => expect(slack.views[0]?.title).toBe('Compare'));
    expect(commands.runs[0]?.input).toEqual({ name: 'compare', options: { article } });
  });

  test('answers beside the message where no window opens', async () => {
    const { slack } = await startSlackBot();
    const { ts } = await slack.say('BIS adds ten', { channel: 'C1', user: 'U1' });
    slack.failNext('views.open', 'expired_trigger_id');

    await slack.shortcut('compare', ts, { user: 'U1' });

    await vi.waitFor(() => expect(slack.ephemerals[0]?.text).toContain('compare'));
  });
});

const story: StoryEntry = {
  ...{ storyId: 's-7', verdict: 'new', headline: 'A toolmaker pays a penalty', publishedAt: unknownMoment },
  ...{ summary: [], writer: 'none', whatIsNew: [], conflicts: [], sources: [] },
};

test('the menu of a digest opens the story that is chosen', async () => {
  const { slack, app, commands } = await startSlackBot();
  const outcome = await simply(app.publisher).publish({
    ...{ key: 'digest-1', channel, mentions: [], language: 'en', threadMessageId: null },
    document: { kind: 'digest', asOfMs: 0, zone: 'UTC', stories: [story], alsoTold: [], notes: [] },
  });
  const ts = outcome.kind === 'posted' ? outcome.messageId : '';

  await slack.choose(ts, 'wire:0', { user: 'U1', value: 'run:story?story=s-7' });

  await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(1));
  expect(commands.runs[0]?.input).toEqual({ name: 'story', options: { story: 's-7' } });
});

test('a button in direct messages is answered there, about no channel', async () => {
  const { slack, app, commands } = await startSlackBot();
  await simply(app.publisher).publish({
    ...{ key: 'notice-1', mentions: [], language: 'en', threadMessageId: null },
    channel: { ...channel, channelId: 'person:UADMIN' },
    document: {
      ...{ kind: 'notice', heading: 'A message waits', paragraphs: [] },
      actions: [action('deliveries list', { state: 'held' })],
    },
  });
  const message = slack.messages[0];

  await slack.press(message?.ts ?? '', 'wire:0', { user: 'UADMIN' });

  await vi.waitFor(() => expect(slack.ephemerals[0]?.channel).toBe(message?.channel));
  expect(message?.channel).toMatch(/^D/);
  expect(commands.runs[0]?.actor).toMatchObject({ channelId: null, isAdmin: true });
});
