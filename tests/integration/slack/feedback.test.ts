import { expect, test, vi } from 'vitest';
import type { CommandAnswer } from '../../../src/domain/command.ts';
import { answerDocument } from '../../fixtures/documents.ts';
import { type SlackBot, startSlackBot } from './slack-bot.ts';

/** A bot that answers each question with itself. */
async function start(): Promise<SlackBot> {
  const bot = await startSlackBot();
  bot.commands.answer('ask', ({ options }): CommandAnswer => {
    return { kind: 'documents', documents: [answerDocument({ question: options['question'] ?? '' })] };
  });
  return bot;
}

const fromBot = ({ slack }: SlackBot) => slack.messages.filter(({ user }) => user === 'UBOT1');
const asks = ({ blocks }: { readonly blocks: readonly object[] } = { blocks: [] }) =>
  JSON.stringify(blocks).includes('feedback_buttons');
const ofHelpful = { name: 'feedback give', options: { says: 'helpful', question: 'Who pays?' } };
const helpful = 'run:feedback give?says=helpful&question=Who+pays%3F';
const slash = { command: '/wire', text: 'ask Who pays?', userId: 'U1', channelId: 'C1' };

test('a press on a thumb of an answer is kept, and thanks only the one who pressed it', async () => {
  const started = await start();
  const { slack, commands } = started;
  await slack.mention('Who pays?', { channel: 'C1', user: 'U1' });
  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  const [answer] = fromBot(started);

  await slack.press(answer?.ts ?? '', 'wire:0', { user: 'UADMIN', value: helpful });

  await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(1));
  expect(slack.ephemerals[0]).toMatchObject({ user: 'UADMIN', thread_ts: answer?.thread_ts });
  expect(commands.runsOf('feedback give').map(({ input }) => input)).toEqual([ofHelpful]);
  expect(fromBot(started)).toEqual([answer]);
});

test('a thumb under the answer to a long question knows the question', async () => {
  const started = await start();
  const { slack, commands } = started;
  const question = 'Who pays? '.repeat(300).trim();
  await slack.directMessage(question, { user: 'U1' });
  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  const [answer] = fromBot(started);
  const [value = ''] = JSON.stringify(answer?.blocks).match(/key:\w+/) ?? [];

  await slack.press(answer?.ts ?? '', 'wire:0', { user: 'U1', value });

  await vi.waitFor(() => expect(commands.runsOf('feedback give')).toHaveLength(1));
  expect(commands.runsOf('feedback give')[0]?.input.options).toEqual({ says: 'helpful', question });
});

test('where Slack refuses the thumbs in a thread, the answer comes once, without them', async () => {
  const started = await start();
  const { slack } = started;
  slack.failNext('chat.postMessage', 'invalid_blocks');

  await slack.mention('Who pays?', { channel: 'C1', user: 'U1' });

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  await slack.mention('Who else?', { channel: 'C1', user: 'U1' });
  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(2));
  expect(fromBot(started).map(asks)).toEqual([false, true]);
  expect(fromBot(started)[0]?.blocks).toHaveLength((fromBot(started)[1]?.blocks.length ?? 0) - 1);
});

test('another refusal of an answer is not tried again', async () => {
  const started = await start();
  const { slack, log } = started;
  slack.failNext('chat.postMessage', 'is_archived');

  await slack.mention('Who pays?', { channel: 'C1', user: 'U1' });

  await vi.waitFor(() => expect(log.sentences('error').length).toBe(1));
  expect(fromBot(started)).toEqual([]);
});

test('a command is answered with thumbs, for the one who gave it', async () => {
  const { slack, commands } = await start();

  await slack.command(slash);
  await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(1));
  await slack.press(slack.ephemerals[0]?.ts ?? '', 'wire:0', { user: 'U1', value: helpful });

  await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(2));
  expect(commands.runsOf('feedback give').map(({ input }) => input)).toEqual([ofHelpful]);
});
