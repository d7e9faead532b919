import { beforeEach, expect, test } from 'vitest';
import type { ChannelDirectory } from '../../../src/ports/channel-directory.ts';
import type { SlashInput } from '../../fakes/discord/driving.ts';
import type { FakeInteraction } from '../../fakes/discord/records.ts';
import { commandDesk } from '../../unit/commands/command-desk.ts';
import { customIds, type DiscordBot, ids, startDiscordBot } from './discord-bot.ts';

// The real commands over a store in memory: a server is set up, and watches are kept and changed, by people on Discord.

let desk: Awaited<ReturnType<typeof commandDesk>>;
let bot: DiscordBot;

beforeEach(async () => {
  const directory: ChannelDirectory = {
    find: (words, workspace) => bot.app.directory.find(words, workspace),
    nameOf: (ref) => bot.app.directory.nameOf(ref),
    maySee: (ref, personId) => bot.app.directory.maySee(ref, personId),
  };
  desk = await commandDesk({ directory });
  bot = await startDiscordBot({ commands: desk.runner, store: desk.store });
});

async function answered({ interaction }: { readonly interaction: FakeInteraction }) {
  await bot.discord.until(() => interaction.edits.length > 0);
  if (!interaction.original) throw new Error('There is no answer.');
  return interaction.original;
}

const slash = async (input: SlashInput) => answered(await bot.discord.slash(input));
const ownChannels = async () =>
  (await desk.store.channels.list()).filter(({ ref }) => ref.platform === 'discord');

async function keepWatch(query: string): Promise<void> {
  const options = { query, channel: ids.news };
  const offered = await slash({ name: 'watch add', options });
  const save = customIds(offered.components).find((id) => /^(?:run:watch add|key:)/.test(id)) ?? '';
  await answered(await bot.discord.press(offered.id, save));
}

test('an admin sets up a channel, and the audit log says who', async () => {
  await slash({ name: 'settings', options: { channel: ids.news, cadence: 'daily', language: 'de' } });

  expect(await ownChannels()).toMatchObject([
    { ref: { workspaceId: ids.guild, channelId: ids.news }, settings: { language: 'de' } },
  ]);
  const log = await desk.store.audit.list({ platform: 'discord', workspaceId: ids.guild, limit: 10 });
  expect(log.map(({ personId }) => personId)).toEqual([ids.ada]);
});

test('a watch is tried, then kept by the button under what it would have matched', async () => {
  await slash({ name: 'settings', options: { channel: ids.news, cadence: 'daily' } });

  await keepWatch('ZTE');

  expect(await desk.store.watches.list()).toMatchObject([{ query: 'ZTE', channel: { channelId: ids.news } }]);
});

test('a watch is changed in its form, which opens with what the watch is now', async () => {
  await slash({ name: 'settings', options: { channel: ids.news, cadence: 'daily' } });
  await keepWatch('ZTE');

  const list = await slash({ name: 'watch list' });
  const edit = customIds(list.components).find((id) => id.startsWith('form:watch edit')) ?? '';
  const { answer } = await bot.discord.press(list.id, edit);
  const form = JSON.stringify(answer?.data);
  const offer = await answered(
    await bot.discord.submit({ customId: String(answer?.data['custom_id']), fields: { query: 'Huawei' } }),
  );
  // The form has more options than a modal holds; the others are left as they are.
  await answered(await bot.discord.press(offer.id, customIds(offer.components)[1] ?? ''));

  expect(form).toContain('"value":"ZTE"');
  expect(await desk.store.watches.list()).toMatchObject([{ query: 'Huawei' }]);
});
