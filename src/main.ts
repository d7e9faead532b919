import { startTicking } from '../adapters/cron/node-cron-driver.ts';
import { type RunLock, takeRunLock } from '../adapters/system/run-lock.ts';
import { type HealthServer, startHealthServer } from '../adapters/web/health-server.ts';
import { channelSettingsOf } from './assemble/channel-settings.ts';
import { chatDeskFor } from './assemble/chat-desk-for.ts';
import { consoleChannel } from './assemble/console-channel.ts';
import { deliverOnce } from './assemble/deliver-once.ts';
import { loadNotes } from './assemble/load-notes.ts';
import { createPlatformStarter } from './assemble/start-platforms.ts';
import { unusedServices } from './assemble/unused-services.ts';
import type { Assembly } from './assemble.ts';
import { type CollectProgress, type CollectReport, runCollect } from './collect/run-collect.ts';

/** How often the outbox, the channels' schedules and platforms that are not connected are looked at. */
const everyMinute = '* * * * *';
/** Under the 45 s that a container is given to stop. */
const stopTimeoutMs = 30_000;
const nothing = () => undefined;

export interface RunOptions {
  /** False for `run --once`: every source is polled, and all that is untold is told, whatever the schedule says. */
  readonly dueOnly: boolean;
  readonly onProgress: (progress: CollectProgress) => void;
}

/** One collect: reads what is new and keeps it. */
export function collectOnce({ collect }: Assembly, options: RunOptions): Promise<CollectReport> {
  return runCollect(collect.tools, collect.limits, options);
}

export interface RunningBot {
  /** Stops in the reverse order of starting; waits for runs in progress, up to 30 s. */
  stop(): Promise<void>;
}

/**
 * Takes the data folder, frees what a dead process held, and makes the store know the configured sources and the
 * shipped notes. Stands before every run, once or for good.
 */
export async function prepareRun(assembly: Assembly): Promise<RunLock> {
  const lock = takeRunLock(assembly.files.runLock);
  if (lock.isAlone) await assembly.store.claims.releaseAll(assembly.clock.nowMs());
  const console = { ref: consoleChannel, settings: channelSettingsOf(assembly.config) };
  await assembly.store.channels.configure(console, assembly.clock.nowMs());
  await assembly.store.sources.register(assembly.config.sources, assembly.clock.nowMs());
  await loadNotes(assembly);
  return lock;
}

/**
 * Starts the bot: what was missed is caught up at once, then cron says when to look again. Collect and deliver run
 * apart from each other, and neither beside itself.
 */
export async function startBot(assembly: Assembly): Promise<RunningBot> {
  const { config, log } = assembly;
  for (const { name, problem, advice } of unusedServices(config)) {
    log.warn('A configured service is not used', { service: name, problem, advice });
  }
  const lock = await prepareRun(assembly);
  const health = await startHttp(assembly);
  const platforms = createPlatformStarter(assembly.apps, (app) => chatDeskFor(app, assembly), log);
  const collect = async () => {
    await collectOnce(assembly, { dueOnly: true, onProgress: nothing });
  };
  const stopping = new AbortController();
  const deliver = async () => {
    await deliverOnce(assembly, { dueOnly: true, signal: stopping.signal });
  };
  const platformTicks = startTicking({
    cron: everyMinute,
    onTick: platforms.startMissing,
    log,
    startsNow: true,
    stopTimeoutMs,
  });
  const deliverTicks = startTicking({
    cron: everyMinute,
    onTick: deliver,
    log,
    startsNow: true,
    stopTimeoutMs,
  });
  const collectTicks = startTicking({
    cron: config.collect.cron,
    onTick: collect,
    log,
    startsNow: true,
    stopTimeoutMs,
  });
  log.info('Wirewatch runs', {
    sources: config.sources.length,
    dataDir: assembly.files.folder,
    port: health?.port ?? null,
  });
  return {
    stop: async () => {
      log.info('Wirewatch stops');
      stopping.abort();
      await Promise.all([platforms.stop(), platformTicks.stop()]);
      await Promise.all([collectTicks.stop(), deliverTicks.stop()]);
      await health?.stop();
      lock.release();
    },
  };
}

/**
 * Starts one of the processes that Discord's shards have, other than the one that leads: people in its servers are answered,
 * and all else (the run lock, collecting, delivering, the port, the other platforms) is the leader's.
 */
export async function startAnswering(assembly: Assembly): Promise<RunningBot> {
  const { log } = assembly;
  const onDiscord = assembly.apps.filter(({ platform }) => platform === 'discord');
  const platforms = createPlatformStarter(onDiscord, (app) => chatDeskFor(app, assembly), log);
  const ticks = startTicking({
    cron: everyMinute,
    onTick: platforms.startMissing,
    log,
    startsNow: true,
    stopTimeoutMs,
  });
  log.info('Wirewatch answers on Discord');
  return {
    stop: async () => {
      await Promise.all([platforms.stop(), ticks.stop()]);
    },
  };
}

/** The health endpoint, and what platforms call; `null` without a port. */
async function startHttp({ config, store, apps }: Assembly): Promise<HealthServer | null> {
  if (config.port === null) return null;
  const takers = apps.flatMap(({ httpHandler }) => (httpHandler ? [httpHandler] : []));
  return startHealthServer(config.port, () => store.sources.list(), takers);
}
