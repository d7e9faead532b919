import { expect } from 'vitest';
import type { DiscordPicture } from '../../pictures/discord-page.ts';
import { customIds, ids } from './discord-bot.ts';
import { answerTo, type NewGuild, payloadOf, standing } from './new-guild.ts';

// The first days of a guild, one step a function. Each keeps a picture of what is seen, and fails where it is not.

export async function setUp(guild: NewGuild): Promise<void> {
  const options = { cadence: 'daily', at: '08:00', zone: 'Europe/Berlin' };
  const answer = await guild.slash({ name: 'settings', options });
  expect(textIn(payloadOf(answer))).toContain('is set up');
  guild.pictures.set('settings', [{ kind: 'only-you', payload: payloadOf(answer) }]);
}

export async function makeWatch(guild: NewGuild): Promise<void> {
  const { discord, bot } = guild;
  const options = { query: 'entity:zte OR "5G core"', name: 'ZTE in networks' };
  const offered = await guild.slash({ name: 'watch add', options });
  guild.pictures.set('watch', [{ kind: 'only-you', payload: payloadOf(offered) }]);
  const save = customIds(offered.components).find((id) => /^(?:run:watch add|key:)/.test(id)) ?? '';
  await answerTo(await discord.press(offered.id, save), discord);
  expect(await bot.assembly.store.watches.list()).toMatchObject([{ name: 'ZTE in networks' }]);
}

export async function readDigest(guild: NewGuild): Promise<void> {
  guild.feed.bring('morning');
  await guild.bot.tick();
  await guild.slash({ name: 'digest now' });
  const messages = standing(guild);
  expect(messages.map(({ kind }) => kind)).toEqual(['message', 'reply', 'reply']);
  expect(textIn(messages[0]?.payload)).toContain('38 Huawei affiliates');
  guild.pictures.set('digest', messages);
}

export async function askAndFollow(guild: NewGuild): Promise<void> {
  const question = 'How many affiliates of Huawei were added to the Entity List?';
  const answer = payloadOf(await guild.slash({ name: 'ask', options: { question } }));
  expect(textIn(answer)).toContain('38 affiliates of Huawei');
  const other = { question: 'Who won the chess championship?' };
  const refusal = payloadOf(await guild.slash({ name: 'ask', options: other }));
  expect(textIn(refusal)).toContain('Not in my sources');
  guild.pictures.set('answers', [
    { kind: 'message', payload: answer },
    { kind: 'message', payload: refusal },
  ]);
  await follow(guild);
}

/** Ben presses Follow under the first story. */
async function follow({ discord, bot }: NewGuild): Promise<void> {
  const item = discord.messages.find(
    ({ channelId, components }) =>
      channelId !== ids.news && textIn(components).includes('38 Huawei affiliates'),
  );
  const button = customIds(item?.components).find((id) => id.startsWith('run:follow')) ?? '';
  const actor = { channelId: item?.channelId ?? '', userId: ids.ben };
  await answerTo(await discord.press(item?.id ?? '', button, actor), discord);
  expect(await bot.assembly.store.follows.list()).toMatchObject([{ kind: 'follow', personId: ids.ben }]);
}

export async function readUpdate(guild: NewGuild): Promise<void> {
  const before = standing(guild).length;
  guild.feed.bring('noon');
  await guild.bot.tick();
  const [update, ...others] = standing(guild, before);
  expect(others).toEqual([]);
  expect(update?.kind).toBe('reply');
  expect(guild.discord.messages.at(-1)?.pings.users).toEqual([ids.ben]);
  const item = guild.discord.messages.find(({ editedMs, isEphemeral }) => editedMs !== null && !isEphemeral);
  expect(textIn(item?.components)).toContain('revised');
  const revised: DiscordPicture[] = item ? [{ kind: 'reply', payload: payloadOf(item) }] : [];
  guild.pictures.set('update', [...revised, ...(update ? [update] : [])]);
}

export async function readAlert(guild: NewGuild): Promise<void> {
  const before = standing(guild).length;
  guild.feed.bring('evening');
  await guild.bot.tick();
  const [alert] = standing(guild, before);
  expect(textIn(alert?.payload)).toContain('ZTE in networks');
  expect(textIn(alert?.payload)).toContain('**ZTE**');
  guild.pictures.set('alert', alert ? [alert] : []);
}

function textIn(value: unknown): string {
  return JSON.stringify(value ?? '');
}
