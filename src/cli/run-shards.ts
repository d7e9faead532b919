import { isShardProcess, recommendedShards, startShardProcesses } from '../../adapters/discord/sharding.ts';
import { wait } from '../../adapters/system/wait.ts';
import type { Environment } from '../../config/environment.ts';
import type { Config } from '../domain/config.ts';
import type { RunningBot } from '../main.ts';
import type { Log } from '../ports/log.ts';

/** How this process was started: Node's own options, the script, and what stands after it. */
export interface CommandLine {
  readonly nodeArgs: readonly string[];
  readonly file: string;
  readonly args: readonly string[];
}

const spawnPauseMs = 5_500;

/**
 * Starts this command line again, once for each Discord shard, where the bot is to be several processes; this one then only
 * minds them. `null` where one is enough, or this is one of them.
 */
export async function startShards(
  config: Config,
  { nodeArgs, file, args }: CommandLine,
  environment: Environment,
  log: Log,
): Promise<RunningBot | null> {
  const { discord } = config;
  if (!discord || isShardProcess(environment)) return null;
  const { shards } = config.discordSettings;
  const count = shards === 'auto' ? await askForCount(() => recommendedShards(discord), log) : shards;
  if (count < 2) return null;
  return startShardProcesses({ config: discord, count, file, args, nodeArgs, log, wait, spawnPauseMs });
}

/** One process does the work of all as well, only slower: it opens as many shards as Discord asks for. */
async function askForCount(ask: () => Promise<number>, log: Log): Promise<number> {
  try {
    return await ask();
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    log.warn('Discord does not say how many shards it recommends; one process opens them', { problem });
    return 1;
  }
}
