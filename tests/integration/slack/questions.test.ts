import { describe, expect, test, vi } from 'vitest';
import { type Mode, type SlackBot, startSlackBot } from './slack-bot.ts';

const fromBot = ({ slack }: SlackBot) => slack.messages.filter(({ user }) => user === 'UBOT1');

describe.each<Mode>(['socket', 'http'])('questions in %s mode', (mode) => {
  test('a mention is answered in its thread, for all who read it', async () => {
    const started = await startSlackBot({ mode });
    const { slack, commands } = started;

    await slack.mention('What is new &amp; old?', { channel: 'C1', user: 'U1' });

    await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
    const [question, answer] = slack.messages;
    expect(answer).toMatchObject({ channel: 'C1', thread_ts: question?.ts });
    expect(commands.runs[0]?.input).toEqual({ name: 'ask', options: { question: 'What is new & old?' } });
    expect(commands.runs[0]?.actor.conversationId).toBe(`C1:${question?.ts}`);
  });

  test('an event that is delivered again is handled once', async () => {
    const started = await startSlackBot({ mode });
    const { slack, commands } = started;
    await slack.mention('Once?', { channel: 'C1', user: 'U1' });
    await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));

    expect((await slack.redeliver(1)).outcome).toBe('acked');
    await slack.mention('Twice?', { channel: 'C1', user: 'U1' });

    await vi.waitFor(() => expect(fromBot(started)).toHaveLength(2));
    expect(commands.runs.map(({ input }) => input.options['question'])).toEqual(['Once?', 'Twice?']);
  });
});

test('a direct message is answered in a thread under it, with a status meanwhile', async () => {
  const started = await startSlackBot();
  const { slack, commands } = started;

  await slack.directMessage('What is new?', { user: 'U1' });

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  const [question, answer] = slack.messages;
  expect(answer?.thread_ts).toBe(question?.ts);
  await vi.waitFor(() =>
    expect(slack.statuses[0]).toMatchObject({ threadTs: question?.ts, status: 'is reading…' }),
  );
  expect(commands.runs[0]?.actor).toMatchObject({
    channelId: null,
    conversationId: `${question?.channel}:${question?.ts}`,
  });
});

test('a question that follows in the thread belongs to the same conversation', async () => {
  const started = await startSlackBot();
  const { slack, commands } = started;
  await slack.directMessage('What is new?', { user: 'U1' });
  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));

  await slack.directMessage('And before?', { user: 'U1', thread: slack.messages[0]?.ts ?? '' });

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(2));
  const [first, second] = commands.runs;
  expect(second?.actor.conversationId).toBe(first?.actor.conversationId);
});

test('where there is no agent view, a direct message is answered all the same', async () => {
  const started = await startSlackBot();
  const { slack } = started;
  slack.failNext('assistant.threads.setStatus', 'missing_scope', { needed: 'assistant:write' });

  await slack.directMessage('What is new?', { user: 'U1' });

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
});

test('whoever opens the messages is offered questions', async () => {
  const { slack } = await startSlackBot();

  await slack.openMessagesTab('U1');

  await vi.waitFor(() => expect(slack.prompts).toHaveLength(1));
  expect(slack.prompts[0]?.prompts.length).toBeLessThanOrEqual(4);
});

test('a mention that asks nothing gets the help', async () => {
  const started = await startSlackBot();

  await started.slack.mention('', { channel: 'C1', user: 'U1' });

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  expect(started.commands.runs[0]?.input.name).toBe('help');
});

test('edits, and messages of bots, are no questions', async () => {
  const started = await startSlackBot();
  const { slack, commands } = started;
  const im = { type: 'message', channel: 'D1', channel_type: 'im', ts: '1.1' };

  await slack.event({ ...im, subtype: 'message_changed', message: { text: 'Edited?' } });
  await slack.event({ ...im, user: 'U9', bot_id: 'B9', text: 'Beep?' });
  await slack.event({ ...im, user: 'UBOT1', text: 'Me?' });
  await slack.mention('A question?', { channel: 'C1', user: 'U1' });

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  expect(commands.runs).toHaveLength(1);
});

test('a rate limit on an answer is waited for', async () => {
  const started = await startSlackBot();
  const { slack, waits } = started;
  slack.rateLimitNext('chat.postMessage', 3);

  await slack.mention('Busy?', { channel: 'C1', user: 'U1' });
  await vi.waitFor(() => expect(waits.held.map(({ ms }) => ms)).toEqual([3_000]));
  expect(fromBot(started)).toHaveLength(0);
  waits.release(3_000);

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
});
