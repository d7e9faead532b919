import { expect, onTestFinished, test } from 'vitest';
import { askAndFollow, makeWatch, readAlert, readDigest, readUpdate, setUp } from './live-new-guild.ts';
import { startNewGuild } from './new-guild.ts';

test('a new guild chooses its channel, makes a watch, and gets digest, answers, update and alert', async () => {
  const guild = await startNewGuild();
  onTestFinished(() => guild.stop());

  await setUp(guild);
  await makeWatch(guild);
  await readDigest(guild);
  await askAndFollow(guild);
  await readUpdate(guild);
  await readAlert(guild);

  expect(guild.discord.interactions.flatMap(({ refusals }) => refusals)).toEqual([]);
  expect(guild.discord.messages.filter(({ pings }) => pings.everyone || pings.roles.length > 0)).toEqual([]);
  expect(guild.bot.log.sentences('error')).toEqual([]);
});
