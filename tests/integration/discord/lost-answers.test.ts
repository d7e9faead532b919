import { beforeEach, expect, test } from 'vitest';
import { type DiscordBot, ids, startAnother, startDiscordBot, textOf } from './discord-bot.ts';

const fill = 'PATCH /webhooks/:application/:token/messages/:message';
const look = 'GET /webhooks/:application/:token/messages/:message';
const follow = 'POST /webhooks/:application/:token';
const post = 'POST /channels/:channel/messages';
const thread = 'POST /channels/:channel/messages/:message/threads';
const callback = 'POST /interactions/:interaction/:token/callback';
const sorry = 'Something went wrong on my side';

let bot: DiscordBot;

beforeEach(async () => {
  bot = await startDiscordBot();
});

const own = () => bot.discord.messages.filter(({ authorId }) => authorId === bot.discord.applicationId);
const isSaid = (words: string) => own().filter((message) => textOf(message).includes(words));

function answerInParts(): void {
  const paragraphs = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} ${'word '.repeat(40)}`);
  bot.commands.answer('watch list', () => ({
    kind: 'documents',
    documents: [{ kind: 'notice', heading: 'Long', paragraphs }],
  }));
}

test.each(['lost', 'dropped'] as const)('an answer whose reply is %s is filled in once more', async (how) => {
  bot.discord.hangUpNext(fill, how);

  await bot.discord.slash({ name: 'watch list' });
  await bot.app.stop();

  expect(isSaid('watch list it is')).toHaveLength(1);
  expect(isSaid(sorry)).toEqual([]);
});

test('an answer that Discord fails to take is filled in once more', async () => {
  bot.discord.failNext(fill, 502, 0);

  await bot.discord.slash({ name: 'watch list' });
  await bot.app.stop();

  expect(isSaid('watch list it is')).toHaveLength(1);
});

test('no apology stands under an answer that stands, though nothing said so', async () => {
  bot.discord.hangUpNext(fill, 'lost');
  bot.discord.hangUpNext(fill, 'lost');

  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.app.stop();

  expect(isSaid('watch list it is')).toHaveLength(1);
  expect(interaction.followUps).toEqual([]);
});

test('an answer that is nowhere to be seen ends in an apology', async () => {
  for (const route of [fill, fill, look]) bot.discord.hangUpNext(route, 'dropped');

  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.app.stop();

  expect(textOf(interaction.original ?? failed())).toContain(sorry);
});

test('a follow-up that Discord fails to take is sent once more', async () => {
  answerInParts();
  bot.discord.failNext(follow, 500, 0);

  await bot.discord.slash({ name: 'watch list' });
  await bot.app.stop();

  expect(isSaid('Paragraph 59')).toHaveLength(1);
  expect(isSaid(sorry)).toEqual([]);
});

test('a follow-up that is refused takes nothing from the others, and is logged', async () => {
  answerInParts();
  bot.discord.failNext(follow, 400, 50_035);

  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.app.stop();

  expect(isSaid('Paragraph 59')).toHaveLength(1);
  expect(isSaid(sorry)).toEqual([]);
  expect(interaction.followUps.length).toBeGreaterThan(0);
  expect(bot.log.sentences('error')).toContain('Discord shows only a part of an answer');
});

test('an answer to a question is posted under the same nonce until it stands', async () => {
  bot.discord.hangUpNext(post, 'lost');
  bot.discord.failNext(post, 502, 0);

  const question = bot.discord.mention('What is new?');
  for (const ms of [1_000, 4_000]) {
    await bot.discord.until(() => bot.waits.held.some((held) => held.ms === ms));
    bot.waits.release(ms);
  }
  await bot.app.stop();

  expect(isSaid('ask it is').map(({ nonce }) => nonce)).toEqual([`${question.id}.0`]);
  expect(isSaid(sorry)).toEqual([]);
});

test('a question is apologized for when its answer cannot be posted', async () => {
  for (let tries = 0; tries < 3; tries += 1) bot.discord.failNext(post, 502, 0);

  const message = bot.discord.directMessage('What is new?', { userId: ids.ada });
  for (const ms of [1_000, 4_000]) {
    await bot.discord.until(() => bot.waits.held.some((held) => held.ms === ms));
    bot.waits.release(ms);
  }
  await bot.discord.until(() => isSaid(sorry).length > 0);
  await bot.app.stop();

  expect(isSaid(sorry).map(({ channelId }) => channelId)).toEqual([message.channelId]);
  expect(bot.log.sentences('error')).toContain('Discord was not answered');
});

test('a bot that stops does not wait for another try', async () => {
  bot.discord.failNext(post, 502, 0);

  bot.discord.mention('What is new?');
  await bot.discord.until(() => bot.waits.held.some(({ ms }) => ms === 1_000));
  await bot.app.stop();

  expect(bot.waits.held).toEqual([]);
});

test.each(['lost', 'dropped'] as const)(
  'a thread is opened once more when what Discord said to it is %s',
  async (how) => {
    bot.discord.hangUpNext(thread, how);

    const question = bot.discord.mention('What is new?');
    await bot.discord.until(() => isSaid('ask it is').length > 0);
    await bot.app.stop();

    expect(isSaid('ask it is').map(({ channelId }) => channelId)).toEqual([question.id]);
    expect(bot.discord.threads).toHaveLength(1);
  },
);

test('of two processes one answers, though the ledger is late and says yes to the other', async () => {
  const asked: PromiseWithResolvers<boolean>[] = [];
  bot.store.events.take = () => {
    const answer = Promise.withResolvers<boolean>();
    asked.push(answer);
    return answer.promise;
  };
  const other = await startAnother(bot);

  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => interaction.edits.length > 0);
  for (const { resolve } of asked) resolve(false);
  await bot.app.stop();
  await other.stop();

  expect(bot.commands.runs).toHaveLength(1);
  expect(interaction.edits).toHaveLength(1);
  expect(interaction.refusals).toEqual([40_060]);
});

test('a first answer that was taken, and whose reply is lost, is followed by the answer', async () => {
  bot.discord.hangUpNext(callback, 'lost');

  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(textOf(interaction.original ?? failed())).toContain('watch list it is');
});

function failed(): never {
  throw new Error('There is no answer.');
}
