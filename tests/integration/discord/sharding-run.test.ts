import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { sampleGuild } from '../../fakes/discord/options.ts';
import { leanSettings, makeBotFolder } from '../bot-folder.ts';
import { ids } from './discord-bot.ts';
import { otherGuild } from './two-shards.ts';

async function made(shards: number | 'auto', recommended: number) {
  const discord = await startFakeDiscord({ guilds: [sampleGuild, otherGuild], shards: recommended });
  onTestFinished(() => discord.stop());
  const folder = makeBotFolder([], { ...leanSettings, discord: { shards } });
  onTestFinished(() => folder.remove());
  const tokenFile = join(folder.dir, 'token');
  writeFileSync(tokenFile, `${discord.token}\n`);
  const env = { DISCORD_TOKEN_FILE: tokenFile, DISCORD_API_URL: discord.restUrl, PORT: '0' };
  const running = folder.start(['run'], env);
  onTestFinished(() => void running.kill('SIGKILL'));
  return { discord, running, lock: join(folder.dataDir, 'run.lock') };
}

async function isAnswered(discord: FakeDiscord, guildId: string): Promise<boolean> {
  const { interaction } = await discord.slash({ name: 'help', guildId, userId: ids.ada });
  await discord.until(() => interaction.edits.length > 0);
  return interaction.refusals.length === 0;
}

/** The process that holds the data folder. */
function ownerOf(lock: string): number {
  return Number(readFileSync(lock, 'utf8').split(' ')[0]);
}

/** How often the processes together said it. */
function timesSaid(log: string, sentence: string): number {
  return log.split(`"msg":"${sentence}"`).length - 1;
}

test.each([
  [2, 1],
  ['auto', 2],
] as const)(
  'the bot runs as two processes, of which one leads (shards: %s)',
  async (shards, recommended) => {
    const { discord, running, lock } = await made(shards, recommended);

    await running.untilStderr((log) => timesSaid(log, 'Discord shard processes run') === 1);
    const answered = [await isAnswered(discord, sampleGuild.id), await isAnswered(discord, otherGuild.id)];
    running.kill('SIGTERM');
    const { code, stderr } = await running.ended;

    expect(answered).toEqual([true, true]);
    expect(discord.gateway.identifies.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(timesSaid(stderr, 'Wirewatch runs')).toBe(1);
    expect(timesSaid(stderr, 'Wirewatch answers on Discord')).toBe(1);
    expect([code, existsSync(lock)]).toEqual([0, false]);
    await discord.until(() => discord.gateway.open === 0);
  },
  60_000,
);

test('a leader that dies is started again and takes the folder over, and nobody outlives the first process', async () => {
  const { discord, running, lock } = await made(2, 1);
  await running.untilStderr((log) => timesSaid(log, 'Discord shard processes run') === 1);
  const leader = ownerOf(lock);

  process.kill(leader, 'SIGKILL');
  await running.untilStderr((log) => timesSaid(log, 'A platform is connected') === 3);
  const answered = await isAnswered(discord, sampleGuild.id);
  const next = ownerOf(lock);
  running.kill('SIGKILL');
  // Comes when all have let go of the first one's output.
  const { stderr } = await running.ended;

  expect(next).not.toBe(leader);
  expect(answered).toBe(true);
  expect(timesSaid(stderr, 'Discord shard process ended')).toBe(1);
  expect(timesSaid(stderr, 'Wirewatch runs')).toBe(2);
  expect(existsSync(lock), stderr).toBe(false);
}, 60_000);

test('one process is enough where Discord recommends one shard', async () => {
  const { discord, running } = await made('auto', 1);

  await running.untilStderr((log) => timesSaid(log, 'A platform is connected') === 1);
  await discord.until(() => discord.commands.writes > 0);
  const answered = await isAnswered(discord, otherGuild.id);
  running.kill('SIGTERM');
  const { code, stderr } = await running.ended;

  expect(answered).toBe(true);
  expect(timesSaid(stderr, 'Wirewatch runs')).toBe(1);
  expect(stderr).not.toContain('shard process');
  expect(code).toBe(0);
}, 60_000);
