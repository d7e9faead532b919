import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import {
  recommendedShards,
  type ShardProcesses,
  startShardProcesses,
} from '../../../adapters/discord/sharding.ts';
import { wait } from '../../../adapters/system/wait.ts';
import { Secret } from '../../../src/domain/config.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { sampleGuild } from '../../fakes/discord/options.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { ids, startDiscordBot } from './discord-bot.ts';
import { otherGuild } from './two-shards.ts';

const twoShards = { guilds: [sampleGuild, otherGuild], shards: 2 };

async function beginShards(discord: FakeDiscord, spawnPauseMs: number): Promise<ShardProcesses> {
  const config = { token: new Secret(discord.token), apiUrl: discord.restUrl };
  const shards = startShardProcesses({
    config,
    count: await recommendedShards(config),
    file: fileURLToPath(new URL('./shard-process.ts', import.meta.url)),
    args: [discord.restUrl, discord.token],
    nodeArgs: [],
    log: new RecordingLog(),
    wait,
    spawnPauseMs,
  });
  onTestFinished(() => shards.stop());
  return shards;
}

async function startedShards(discord: FakeDiscord): Promise<ShardProcesses> {
  const shards = await beginShards(discord, 1);
  await shards.started;
  return shards;
}

async function answeredIn(discord: FakeDiscord, guildId: string): Promise<boolean> {
  const { interaction } = await discord.slash({ name: 'watch list', guildId, userId: ids.ada });
  await discord.until(() => interaction.edits.length > 0);
  return interaction.refusals.length === 0;
}

test('one process opens as many shards as Discord recommends, and answers on each', async () => {
  const bot = await startDiscordBot({ discord: twoShards });

  expect(bot.discord.gateway.identifies.map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(await answeredIn(bot.discord, sampleGuild.id)).toBe(true);
  expect(await answeredIn(bot.discord, otherGuild.id)).toBe(true);
});

test('several processes share the shards, and stop together', async () => {
  const discord = await startFakeDiscord(twoShards);
  onTestFinished(() => discord.stop());

  const shards = await startedShards(discord);
  await discord.until(() => discord.commands.global.length > 0);
  const answered = [await answeredIn(discord, sampleGuild.id), await answeredIn(discord, otherGuild.id)];
  await shards.stop();

  expect(discord.gateway.identifies.map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(answered).toEqual([true, true]);
  await discord.until(() => discord.gateway.open === 0);
});

test('a stop between two processes ends the first, and the second is never started', async () => {
  const discord = await startFakeDiscord(twoShards);
  onTestFinished(() => discord.stop());

  const shards = await beginShards(discord, 600_000);
  await discord.until(() => discord.commands.writes > 0, 20_000);
  await shards.stop();
  await shards.started;

  expect(discord.gateway.identifies).toHaveLength(1);
  await discord.until(() => discord.gateway.open === 0);
});
