import { beforeEach, expect, test } from 'vitest';
import { type DiscordBot, ids, startDiscordBot, textOf } from './discord-bot.ts';

let bot: DiscordBot;

beforeEach(async () => {
  bot = await startDiscordBot();
});

test('a command is acknowledged within three seconds whatever it waits for', async () => {
  const gate = Promise.withResolvers<void>();
  bot.commands.answer('watch list', async () => {
    await gate.promise;
    return { kind: 'refused', problem: 'In the end.' };
  });

  const { interaction, answer } = await bot.discord.slash({ name: 'watch list' });
  const before = interaction.edits.length;
  gate.resolve();
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(answer).not.toBeNull();
  expect(before).toBe(0);
  expect(textOf(interaction.original ?? failed())).toContain('In the end');
});

test('an answer that Discord refuses ends in an apology', async () => {
  bot.discord.failNext('PATCH /webhooks/:application/:token/messages/:message', 400, 50_035);

  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(textOf(interaction.original ?? failed())).toContain('Something went wrong on my side');
  await bot.app.stop();
  expect(bot.log.sentences('error')).toContain('Discord was not answered');
});

test('an answer of several messages goes on in follow-ups that the same person sees', async () => {
  const paragraphs = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} ${'word '.repeat(40)}`);
  bot.commands.answer('watch list', () => ({
    kind: 'documents',
    documents: [{ kind: 'notice', heading: 'Long', paragraphs }],
  }));

  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() =>
    bot.discord.messages.some((message) => textOf(message).includes('Paragraph 59')),
  );

  expect(interaction.followUps.length).toBeGreaterThan(0);
  expect(interaction.followUps.every(({ isEphemeral }) => isEphemeral)).toBe(true);
});

test('an answer after fifteen minutes becomes a message in the channel', async () => {
  bot.commands.answer('ask', () => {
    bot.clock.advance(16 * 60_000);
    return { kind: 'refused', problem: 'Late but here.' };
  });

  const { interaction } = await bot.discord.slash({ name: 'ask', options: { question: 'Why?' } });
  const message = await bot.discord.until(() =>
    bot.discord.messagesIn(ids.news).find((each) => textOf(each).includes('Late but here')),
  );

  expect(message.nonce).toBe(`${interaction.id}.0`);
  expect(interaction.edits).toEqual([]);
});

test('a private answer after fifteen minutes becomes a direct message', async () => {
  bot.commands.answer('watch list', () => {
    bot.clock.advance(16 * 60_000);
    return { kind: 'refused', problem: 'Late but here.' };
  });

  await bot.discord.slash({ name: 'watch list' });
  const [message] = await bot.discord.until(
    () => bot.discord.directMessagesTo(ids.ada).length > 0 && bot.discord.directMessagesTo(ids.ada),
  );

  expect(textOf(message ?? failed())).toContain('Late but here');
  expect(bot.discord.messagesIn(ids.news)).toHaveLength(0);
});

test('a token that Discord ended earlier leads to the same', async () => {
  bot.discord.failNext('PATCH /webhooks/:application/:token/messages/:message', 401, 50_027);

  await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => bot.discord.directMessagesTo(ids.ada).length > 0);

  expect(bot.log.sentences('info')).toContain('Discord takes no more answers to an interaction');
});

test('an interaction that was answered already is logged, and its command is not run', async () => {
  bot.discord.failNext('POST /interactions/:interaction/:token/callback', 400, 40_060);

  await bot.discord.slash({ name: 'watch list' });

  expect(bot.log.records).toContainEqual(
    expect.objectContaining({
      sentence: 'Discord did not take a first answer',
      fields: expect.objectContaining({ code: 40_060 }),
    }),
  );
  expect(bot.commands.runs).toEqual([]);
});

test('an interaction that Discord waits for no more is logged, and its command is not run', async () => {
  bot.discord.failNext('POST /interactions/:interaction/:token/callback', 404, 10_062);

  await bot.discord.slash({ name: 'watch list' });

  expect(bot.log.records).toContainEqual(
    expect.objectContaining({ fields: expect.objectContaining({ code: 10_062 }) }),
  );
  expect(bot.commands.runs).toEqual([]);
});

function failed(): never {
  throw new Error('There is no answer.');
}
