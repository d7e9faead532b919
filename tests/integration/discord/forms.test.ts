import { beforeEach, expect, test } from 'vitest';
import type { CommandInput } from '../../../src/domain/command-input.ts';
import { ScriptedCommands, scriptedDefinitions } from '../../fakes/scripted-commands.ts';
import { customIds, type DiscordBot, ids, startDiscordBot, textOf } from './discord-bot.ts';

let bot: DiscordBot;
const present = { channel: ids.news, zone: 'UTC', quiet: '22:00-07:00', language: 'de', threshold: '0.5' };

/** Fills the form of `settings` with what stands in the channel, as the real ones do. */
class FilledCommands extends ScriptedCommands {
  override async form(input: CommandInput) {
    const form = await super.form(input);
    return form.kind === 'form' && input.name === 'settings'
      ? { ...form, values: { ...present, ...input.options } }
      : form;
  }
}

const definitions = scriptedDefinitions.map((definition) => ({
  ...definition,
  options: definition.options.map((option) =>
    option.name === 'quiet' ? { ...option, help: 'Quiet hours, or off.' } : option,
  ),
}));

beforeEach(async () => {
  const commands = new FilledCommands(definitions);
  commands.answer('watch list', () => ({
    kind: 'documents',
    documents: [
      {
        kind: 'notice',
        heading: 'Offer',
        paragraphs: ['Choose.'],
        actions: ['settings', 'watch add'].map((name) => ({
          ...({ label: 'edit', how: 'form', tone: 'plain' } as const),
          input: { name, options: {} },
        })),
      },
    ],
  }));
  bot = await startDiscordBot({ commands });
  scripted = commands;
});

let scripted: ScriptedCommands;

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Opens a form in `#news`, and sends its first page. */
async function sendFirstPage(fields: Fields, button = 0) {
  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => interaction.edits.length > 0);
  const offer = interaction.original ?? failed();
  const { answer } = await bot.discord.press(offer.id, customIds(offer.components)[button] ?? '');
  return sendPage(answer?.data, fields);
}

async function sendPage(modal: unknown, fields: Fields) {
  const [customId = ''] = customIds(modal);
  const { interaction } = await bot.discord.submit({ customId, fields });
  await bot.discord.until(() => interaction.edits.length > 0);
  return interaction.original ?? failed();
}

async function pressOn(message: { readonly id: string; readonly components: unknown }, button: number) {
  const { interaction, answer } = await bot.discord.press(
    message.id,
    customIds(message.components)[button] ?? '',
  );
  if (answer?.type === 5) await bot.discord.until(() => interaction.edits.length > 0);
  return { interaction, answer };
}

const settingsRun = () => scripted.runsOf('settings').map(({ input }) => input.options);

test('a form that is sent for another channel changes only what was written', async () => {
  const offer = await sendFirstPage({ channel: [ids.general], language: 'en' });
  await pressOn(offer, 1);

  expect(settingsRun()).toEqual([{ channel: ids.general, language: 'en' }]);
});

test('a form that is sent for its own channel is sent as it is', async () => {
  const offer = await sendFirstPage({ language: 'en' });
  await pressOn(offer, 1);

  expect(settingsRun()).toEqual([{ ...present, language: 'en' }]);
});

test('what is emptied is off, and what cannot be is said to stay', async () => {
  const offer = await sendFirstPage({ quiet: '', zone: '' });
  await pressOn(offer, 1);

  expect(offer.content).toContain('Left empty, and so as before: zone.');
  expect(settingsRun()[0]).toEqual({
    channel: ids.news,
    quiet: 'off',
    language: 'de',
    threshold: '0.5',
  });
});

test('a channel in which the bot cannot post is refused on the page on which it is chosen', async () => {
  bot.discord.removePermission(ids.general, 'SendMessages');

  const refusal = await sendFirstPage({ channel: [ids.general] });

  expect(textOf(refusal)).toContain('general: I lack Send Messages there');
  expect(customIds(refusal.components)).toHaveLength(1);
  expect(settingsRun()).toEqual([]);
});

test('a form that says no channel is refused where the bot cannot post', async () => {
  bot.discord.removePermission(ids.news, 'EmbedLinks');

  const refusal = await sendFirstPage({ query: 'ZTE' }, 1);

  expect(textOf(refusal)).toContain('news: I lack Embed Links there');
  expect(scripted.runsOf('watch add')).toEqual([]);
});

test('what a button runs is refused where the bot cannot post', async () => {
  scripted.answer('stats', () => ({
    kind: 'documents',
    documents: [
      {
        kind: 'notice',
        heading: 'Offer',
        paragraphs: ['Choose.'],
        actions: [
          {
            ...({ label: 'save', how: 'run', tone: 'primary' } as const),
            input: { name: 'watch add', options: { query: 'ZTE', confirm: 'true' } },
          },
        ],
      },
    ],
  }));
  const { interaction } = await bot.discord.slash({ name: 'stats' });
  await bot.discord.until(() => interaction.edits.length > 0);
  bot.discord.removePermission(ids.news, 'SendMessages');

  const pressed = await pressOn(interaction.original ?? failed(), 0);

  expect(textOf(pressed.interaction.original ?? failed())).toContain('news: I lack Send Messages there');
  expect(scripted.runsOf('watch add')).toEqual([]);
});

test('a command without a channel is refused where the bot cannot post', async () => {
  bot.discord.removePermission(ids.news, 'SendMessages');

  const { interaction } = await bot.discord.slash({ name: 'watch add', options: { query: 'ZTE' } });
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(textOf(interaction.original ?? failed())).toContain('news: I lack Send Messages there');
});

function failed(): never {
  throw new Error('There is no answer.');
}
