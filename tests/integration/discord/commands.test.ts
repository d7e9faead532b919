import { beforeEach, expect, test } from 'vitest';
import { customIds, type DiscordBot, ids, makeAdminRole, startDiscordBot, textOf } from './discord-bot.ts';

let bot: DiscordBot;

beforeEach(async () => {
  bot = await startDiscordBot();
});

test('a command for one person is answered to that person alone', async () => {
  const { interaction, answer } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(answer).toMatchObject({ type: 5, data: { flags: 64 } });
  expect(interaction.original?.isEphemeral).toBe(true);
  expect(textOf(interaction.original ?? failed())).toContain('watch list it is');
  expect(bot.commands.runs).toMatchObject([
    { input: { name: 'watch list', options: {} }, actor: { workspaceId: ids.guild, channelId: ids.news } },
  ]);
});

test('what is asked in a channel is answered for everyone there', async () => {
  const { interaction } = await bot.discord.slash({ name: 'ask', options: { question: 'What is new?' } });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(interaction.original?.isEphemeral).toBe(false);
  expect(bot.commands.runsOf('ask')[0]?.input.options).toEqual({ question: 'What is new?' });
});

test('options come as the command reads them', async () => {
  const options = {
    query: 'ZTE',
    channel: ids.general,
    mention: `<@${ids.ben}> <@&${ids.role}>`,
    confirm: true,
  };
  const { interaction } = await bot.discord.slash({ name: 'watch add', options });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(bot.commands.runsOf('watch add')[0]?.input.options).toEqual({
    query: 'ZTE',
    channel: ids.general,
    mention: `person:${ids.ben},role:${ids.role}`,
    confirm: 'true',
  });
});

test('a flag that is off is left out', async () => {
  const { interaction } = await bot.discord.slash({
    name: 'watch add',
    options: { query: 'ZTE', confirm: false },
  });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(bot.commands.runsOf('watch add')[0]?.input.options).toEqual({ query: 'ZTE' });
});

test('members of the admin role are admins, and a refusal names the role', async () => {
  await makeAdminRole(bot, ids.role);

  const { interaction } = await bot.discord.slash({
    name: 'watch add',
    options: { query: 'ZTE' },
    userId: ids.ben,
  });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(bot.commands.runsOf('watch add')[0]?.actor.admins).toBe(
    'members with the permission Manage Server or the role Analysts',
  );
});

test('a channel in which the bot cannot post is refused with the permissions that it lacks', async () => {
  bot.discord.removePermission(ids.general, 'SendMessages');
  bot.discord.removePermission(ids.general, 'EmbedLinks');

  const { interaction } = await bot.discord.slash({
    name: 'watch add',
    options: { query: 'ZTE', channel: ids.general },
  });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(textOf(interaction.original ?? failed())).toContain(
    'in \\\\#general: I lack Send Messages, Embed Links there',
  );
  expect(bot.commands.runs).toEqual([]);
});

test("the channel's own language is used, and else the person's", async () => {
  const { interaction } = await bot.discord.slash({ name: 'watch list', locale: 'de' });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(bot.commands.runs[0]?.actor.language).toBe('de');
});

test('a long action of an answer is kept under the key that its button carries', async () => {
  const query = 'a query that is far too long for a button '.repeat(4).trim();
  bot.commands.answer('watch list', () => ({
    kind: 'documents',
    documents: [
      {
        kind: 'notice',
        heading: 'One',
        paragraphs: ['Text.'],
        actions: [
          {
            label: 'watchForIt',
            how: 'form',
            tone: 'plain',
            input: { name: 'watch add', options: { query } },
          },
        ],
      },
    ],
  }));

  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => interaction.edits.length > 0);
  const [id = ''] = customIds(interaction.original?.components);
  const pressed = await bot.discord.press(interaction.original?.id ?? '', id);

  expect(id).toMatch(/^key:/);
  expect(pressed.answer?.type).toBe(9);
  expect(JSON.stringify(pressed.answer?.data)).toContain(query);
});

function failed(): never {
  throw new Error('There is no answer.');
}
