import { once } from 'node:events';
import { Routes, type Shard, ShardingManager } from 'discord.js';
import { z } from 'zod';
import type { DiscordConfig } from '../../src/domain/config.ts';
import type { Wait } from '../../src/domain/in-time.ts';
import type { Log } from '../../src/ports/log.ts';
import { createPatientRest } from './patient-rest.ts';

export interface ShardProcessesOptions {
  readonly config: DiscordConfig;
  /** How many, one for each shard. */
  readonly count: number;
  /** The script that each process runs, with its arguments and those of Node: it starts the bot as a single process does. */
  readonly file: string;
  readonly args: readonly string[];
  readonly nodeArgs: readonly string[];
  readonly log: Log;
  readonly wait: Wait;
  /** Between two processes: Discord lets one connection identify in five seconds, for which discord.js waits 5,500 ms. */
  readonly spawnPauseMs: number;
}

export interface ShardProcesses {
  /** Resolves when each process is connected, or has had its time to be. Rejects never. */
  readonly started: Promise<void>;
  /** Ends all of them, and waits for it. */
  stop(): Promise<void>;
}

const readyTimeoutMs = 60_000;

/**
 * One process for each shard, by discord.js's own manager, which starts a process again that died. For bots in so many
 * servers that one process has too much to do; below that, one process opens all shards by itself. Each process answers what
 * people do in its servers; the one that `leadsShards` also collects and sends.
 */
export function startShardProcesses(options: ShardProcessesOptions): ShardProcesses {
  const { config, count, file, args, nodeArgs, log } = options;
  const manager = new ShardingManager(file, {
    totalShards: count,
    token: config.token.reveal(),
    shardArgs: [...args],
    execArgv: [...nodeArgs],
  });
  const stopping = new AbortController();
  manager.on('shardCreate', (shard) => {
    shard.env = environmentOf(shard);
    shard.on('death', () => {
      if (!stopping.signal.aborted) log.warn('Discord shard process ended', { shard: shard.id });
    });
    shard.on('error', ({ message }) => tellUnready(shard, message, log));
  });
  return {
    started: spawnAll(manager, options, stopping.signal),
    stop: async () => {
      manager.respawn = false;
      stopping.abort();
      await Promise.all(manager.shards.map(ended));
    },
  };
}

/** Not the manager's own `spawn`, which leaves out the other processes when one is not connected in time. */
async function spawnAll(
  manager: ShardingManager,
  { count, log, wait, spawnPauseMs }: ShardProcessesOptions,
  signal: AbortSignal,
): Promise<void> {
  for (let id = 0; id < count && !signal.aborted; id += 1) {
    const shard = manager.createShard(id);
    const ready = shard.spawn(readyTimeoutMs).catch(({ message }) => {
      if (!signal.aborted) tellUnready(shard, message, log);
    });
    const pause = id < count - 1 ? wait(spawnPauseMs, signal).catch(() => {}) : null;
    await Promise.all([ready, pause]);
  }
  if (!signal.aborted) log.info('Discord shard processes run', { count });
}

function tellUnready({ id }: Shard, problem: string, log: Log): void {
  log.warn('Discord shard process is not connected yet', { shard: id, problem });
}

/** A token that stands in a file stays there: discord.js adds it to the environment, and both together are a mistake. */
function environmentOf({ env }: Shard): unknown {
  const isFromFile = typeof env === 'object' && env !== null && 'DISCORD_TOKEN_FILE' in env;
  return isFromFile && env.DISCORD_TOKEN_FILE ? { ...env, DISCORD_TOKEN: '' } : env;
}

async function ended(shard: Shard): Promise<void> {
  const { process } = shard;
  if (!process) return;
  const exit = once(process, 'exit');
  shard.kill();
  await exit;
}

/** How many shards Discord recommends for the servers that the bot is in: about one for 1,000. Rejects when it is not told. */
export async function recommendedShards(config: DiscordConfig): Promise<number> {
  const answer = await createPatientRest(config).get(Routes.gatewayBot());
  return z.object({ shards: z.number().int().positive() }).parse(answer).shards;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Is this process, by its environment, one of those that `startShardProcesses` started? */
export function isShardProcess(environment: Environment): boolean {
  return environment['SHARDING_MANAGER'] !== undefined && environment['SHARDS'] !== undefined;
}

/**
 * Does this process, by its environment, collect and send? True for a single one, and for the one with shard 0. The manager
 * tells each its shards as `SHARDS`, a number or a list of them.
 */
export function leadsShards(environment: Environment): boolean {
  if (!isShardProcess(environment)) return true;
  return (environment['SHARDS'] ?? '')
    .replace(/[[\]\s]/g, '')
    .split(',')
    .includes('0');
}
