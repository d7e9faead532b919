import { beforeEach, expect, test } from 'vitest';
import type { MessageAction } from '../../../src/domain/action.ts';
import type { CommandAnswer } from '../../../src/domain/command.ts';
import type { FakeMessage } from '../../fakes/discord/records.ts';
import { customIds, type DiscordBot, ids, startDiscordBot, textOf } from './discord-bot.ts';

let bot: DiscordBot;

beforeEach(async () => {
  bot = await startDiscordBot();
});

const follow: MessageAction = {
  ...{ label: 'follow', how: 'run', tone: 'plain' },
  input: { name: 'story', options: { story: 'S1' } },
};
const edit: MessageAction = {
  ...{ label: 'edit', how: 'form', tone: 'plain' },
  input: { name: 'watch add', options: { query: 'ZTE', cadence: 'digest' } },
};

/** A message of the bot's that offers these. */
async function messageWith(...actions: readonly MessageAction[]): Promise<FakeMessage> {
  const answer: CommandAnswer = {
    kind: 'documents',
    documents: [{ kind: 'notice', heading: 'Offer', paragraphs: ['Choose.'], actions }],
  };
  bot.commands.answer('watch list', () => answer);
  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => interaction.edits.length > 0);
  return interaction.original ?? failed();
}

test('a form that is refused can be opened again with what was written', async () => {
  bot.commands.answer('watch add', () => ({ kind: 'refused', problem: 'No such query.' }));
  const message = await messageWith(edit);
  const [id = ''] = customIds(message.components);
  const { answer } = await bot.discord.press(message.id, id);

  const { interaction } = await bot.discord.submit({
    customId: String(answer?.data['custom_id']),
    fields: { query: 'a) query' },
  });
  await bot.discord.until(() => interaction.edits.length > 0);
  const original = interaction.original ?? failed();
  const [again = ''] = customIds(original.components);
  const reopened = await bot.discord.press(original.id, again);

  expect(textOf(original)).toContain('No such query');
  expect(JSON.stringify(reopened.answer?.data)).toContain('"value":"a) query"');
});

test('a form that takes long is offered by a button, which opens it at once', async () => {
  const message = await messageWith(edit);
  const [id = ''] = customIds(message.components);
  const gate = Promise.withResolvers<void>();
  bot.commands.formGate = gate.promise;

  const pressing = bot.discord.press(message.id, id);
  await bot.discord.until(() => bot.waits.held.some(({ ms }) => ms === 1_800));
  bot.waits.release(1_800);
  const { interaction, answer } = await pressing;
  gate.resolve();
  await bot.discord.until(() => interaction.edits.length > 0);
  const original = interaction.original ?? failed();
  bot.commands.formGate = new Promise(() => {});
  const [opener = ''] = customIds(original.components);
  const opened = await bot.discord.press(original.id, opener);

  expect(answer?.type).toBe(5);
  expect(original.content).toBe('The form is ready.');
  expect(opened.answer?.type).toBe(9);
  expect(JSON.stringify(opened.answer?.data)).toContain('"value":"ZTE"');
});

test('a form with more options than a modal holds goes on page by page', async () => {
  const settings: MessageAction = {
    ...{ label: 'settings', how: 'form', tone: 'plain' },
    input: { name: 'settings', options: { zone: 'UTC', threshold: '0.5', language: 'en' } },
  };
  const message = await messageWith(settings);
  const [id = ''] = customIds(message.components);

  const first = await bot.discord.press(message.id, id);
  const kept = await bot.discord.submit({
    customId: String(first.answer?.data['custom_id']),
    fields: { zone: 'Europe/Berlin' },
  });
  await bot.discord.until(() => kept.interaction.edits.length > 0);
  const offer = kept.interaction.original ?? failed();
  const [next = ''] = customIds(offer.components);
  const second = await bot.discord.press(offer.id, next);
  const done = await bot.discord.submit({
    customId: String(second.answer?.data['custom_id']),
    fields: { style: 'short' },
  });
  await bot.discord.until(() => done.interaction.edits.length > 0);

  expect(offer.content).toContain('Page 1 of 2');
  expect(bot.commands.runsOf('settings').map(({ input }) => input.options)).toEqual([
    { zone: 'Europe/Berlin', threshold: '0.5', language: 'en', style: 'short' },
  ]);
});

test('a form can be saved after its first page, and the others keep what they had', async () => {
  const options = {
    zone: 'UTC',
    threshold: '0.5',
    language: 'en',
    quiet: '22-7',
    style: 'full',
    channel: ids.news,
  };
  const message = await messageWith({
    ...{ label: 'settings', how: 'form', tone: 'plain' },
    input: { name: 'settings', options },
  });
  const [id = ''] = customIds(message.components);

  const first = await bot.discord.press(message.id, id);
  const kept = await bot.discord.submit({
    customId: String(first.answer?.data['custom_id']),
    fields: { zone: 'Asia/Shanghai' },
  });
  await bot.discord.until(() => kept.interaction.edits.length > 0);
  const offer = kept.interaction.original ?? failed();
  const save = await bot.discord.press(offer.id, customIds(offer.components)[1] ?? '');
  await bot.discord.until(() => save.interaction.edits.length > 0);

  expect(bot.commands.runsOf('settings').map(({ input }) => input.options)).toEqual([
    { ...options, zone: 'Asia/Shanghai' },
  ]);
});

test('an entry of a select does what a button with it would do', async () => {
  const story = { name: 'story', options: { story: 'S9' } };
  const rows = Array.from({ length: 12 }, (_, index) => [`Row ${index}`]);
  bot.commands.answer('watch list', () => ({
    kind: 'table',
    table: {
      ...{ heading: 'Stories', columns: ['Story'], rows, notes: [], data: [] },
      rowActions: rows.map((_, index) => [
        { ...follow, input: index === 9 ? story : { name: 'story', options: { story: `S${index}x` } } },
      ]),
    },
  }));
  const { interaction } = await bot.discord.slash({ name: 'watch list' });
  await bot.discord.until(() => interaction.edits.length > 0);
  const original = interaction.original ?? failed();
  const [select = ''] = customIds(original.components);

  const chosen = await bot.discord.choose(original.id, select, ['run:story?story=S9']);
  await bot.discord.until(() => chosen.interaction.edits.length > 0);

  expect(bot.commands.runsOf('story')[0]?.input).toEqual(story);
});

test('a button whose action was forgotten says so', async () => {
  const message = await messageWith({
    ...edit,
    input: { name: 'watch add', options: { query: 'long '.repeat(40).trim() } },
  });
  const [id = ''] = customIds(message.components);
  bot.store.actions.find = async () => null;

  const { interaction } = await bot.discord.press(message.id, id);
  await bot.discord.until(() => interaction.edits.length > 0);

  expect(textOf(interaction.original ?? failed())).toContain('This button is too old');
});

function failed(): never {
  throw new Error('There is no answer.');
}
