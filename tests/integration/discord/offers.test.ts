import { beforeEach, expect, test } from 'vitest';
import { compareMenuName } from '../../../adapters/discord/render-commands.ts';
import { type DiscordBot, startDiscordBot, textOf } from './discord-bot.ts';

let bot: DiscordBot;

beforeEach(async () => {
  bot = await startDiscordBot();
});

const typing = { name: 'story', options: { story: 'hua' }, focused: 'story' } as const;

test('what is being typed is completed', async () => {
  const { choices } = await bot.discord.autocomplete(typing);

  expect(choices).toEqual([{ name: 'story like hua', value: 'story-1' }]);
});

test('at most 25 choices are offered, none with a value that Discord would refuse', async () => {
  const many = Array.from({ length: 40 }, (_, index) => ({
    label: `L${index} ${'x'.repeat(120)}`,
    value: `V${index}`,
  }));
  bot.commands.choices = async () => [
    { label: 'Long', value: 'v'.repeat(101) },
    { label: ' ', value: 'S' },
    ...many,
  ];

  const { choices } = await bot.discord.autocomplete(typing);

  expect(choices).toHaveLength(25);
  expect(choices[0]?.value).toBe('V0');
});

test('completing that fails offers nothing, and is logged', async () => {
  bot.commands.choices = () => Promise.reject(new Error('The store is closed'));

  const { choices, answer } = await bot.discord.autocomplete(typing);

  expect(answer?.type).toBe(8);
  expect(choices).toEqual([]);
  expect(bot.log.sentences('warn')).toContain('Discord option could not be completed');
});

test('completing that takes long offers nothing', async () => {
  bot.commands.choices = () => new Promise(() => {});

  const driving = bot.discord.autocomplete(typing);
  await bot.discord.until(() => bot.waits.held.some(({ ms }) => ms === 2_000));
  bot.waits.release(2_000);
  const { answer } = await driving;

  expect(answer).toMatchObject({ type: 8, data: { choices: [] } });
});

test('the menu of a message without a text says that there is nothing to compare', async () => {
  const message = bot.discord.say(' ');

  const { interaction } = await bot.discord.contextMenu(compareMenuName, message.id);
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(textOf(interaction.original ?? message)).toContain('no text in this message');
  expect(bot.commands.runs).toEqual([]);
});
