import { beforeEach, expect, test } from 'vitest';
import { type DiscordBot, ids, startAnother, startDiscordBot, textOf } from './discord-bot.ts';

let bot: DiscordBot;

beforeEach(async () => {
  bot = await startDiscordBot();
});

const answersIn = (placeId: string) =>
  bot.discord.messagesIn(placeId).filter(({ authorId }) => authorId === bot.discord.applicationId);

async function answerIn(placeId: string) {
  return bot.discord.until(() => answersIn(placeId).at(-1));
}

test('a mention is answered in a thread under its message, which is the conversation', async () => {
  const question = bot.discord.mention('What did the BIS say?', { userId: ids.ben });

  const answer = await answerIn(question.id);

  expect(bot.discord.threads).toMatchObject([
    { id: question.id, parentId: ids.news, name: 'What did the BIS say?' },
  ]);
  expect(textOf(answer)).toContain('ask it is');
  expect(answer.nonce).toBe(`${question.id}.0`);
  expect(bot.commands.runs).toMatchObject([
    {
      input: { name: 'ask', options: { question: 'What did the BIS say?' } },
      actor: { channelId: ids.news, conversationId: question.id, personId: ids.ben, isAdmin: false },
    },
  ]);
});

test('a mention in a thread is answered there, in the same conversation', async () => {
  const first = bot.discord.mention('What is new?');
  await answerIn(first.id);

  const second = bot.discord.mention('And when?', { channelId: first.id });
  const answer = await bot.discord.until(() => answersIn(first.id)[1]);

  expect(bot.discord.threads).toHaveLength(1);
  expect(answer.replyTo).toBe(second.id);
  expect(bot.commands.runs.map(({ actor }) => actor.conversationId)).toEqual([first.id, first.id]);
  expect(bot.commands.runs[1]?.actor.channelId).toBe(ids.news);
});

test('a direct message is answered there, in the name of the server that both are in', async () => {
  const message = bot.discord.directMessage('What is new?', { userId: ids.ada });

  const answer = await answerIn(message.channelId);

  expect(answer.replyTo).toBe(message.id);
  expect(bot.commands.runs).toMatchObject([
    {
      input: { name: 'ask', options: { question: 'What is new?' } },
      actor: { workspaceId: ids.guild, channelId: null, conversationId: message.channelId, isAdmin: true },
    },
  ]);
});

test('a mention without words is answered with the help', async () => {
  const question = bot.discord.mention('');

  await answerIn(question.id);

  expect(bot.commands.runs.map(({ input }) => input.name)).toEqual(['help']);
});

test('what people say to each other is no question', async () => {
  bot.discord.say('What is new?');
  const question = bot.discord.mention('And you?');

  await answerIn(question.id);

  expect(bot.commands.runs).toHaveLength(1);
});

test('where no thread can be opened, the answer is a reply in the channel', async () => {
  bot.discord.removePermission(ids.news, 'CreatePublicThreads');
  const question = bot.discord.mention('What is new?');

  const answer = await answerIn(ids.news);

  expect(answer.replyTo).toBe(question.id);
  expect(bot.discord.threads).toEqual([]);
});

test('where the bot cannot post, the answer is a direct message', async () => {
  bot.discord.removePermission(ids.news, 'CreatePublicThreads');
  bot.discord.removePermission(ids.news, 'SendMessages');
  bot.discord.mention('What is new?');

  await bot.discord.until(() => bot.discord.directMessagesTo(ids.ada).length > 0);

  expect(bot.discord.messagesIn(ids.news)).toHaveLength(1);
});

test('what two processes over one store are told is handled once', async () => {
  const other = await startAnother(bot);
  const question = bot.discord.mention('What is new?');
  await answerIn(question.id);
  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => interaction.edits.length > 0);
  await bot.app.stop();
  await other.stop();

  expect(bot.commands.runs.map(({ input }) => input.name)).toEqual(['ask', 'watch list']);
  expect(answersIn(question.id)).toHaveLength(1);
});

test('nobody is pinged by what an answer says', async () => {
  const hostile = `@everyone @here <@${ids.ada}> <@&${ids.role}> <#${ids.general}>`;
  bot.commands.answer('ask', () => ({
    kind: 'documents',
    documents: [
      { kind: 'notice', heading: hostile, paragraphs: [hostile] },
      {
        ...{ kind: 'answer', question: hostile, answered: false, sentences: [] },
        ...{ refusal: hostile, watchQuery: hostile },
      },
    ],
  }));
  const question = bot.discord.mention('What is new?');
  await answerIn(question.id);
  const { interaction } = await bot.discord.slash({ name: 'ask', options: { question: hostile } });
  await bot.discord.until(() => interaction.edits.length > 0);
  await bot.app.stop();

  const own = bot.discord.messages.filter(({ authorId }) => authorId === bot.discord.applicationId);
  expect(own.length).toBeGreaterThan(1);
  expect(own.map(({ pings }) => pings)).toEqual(own.map(() => ({ users: [], roles: [], everyone: false })));
});
