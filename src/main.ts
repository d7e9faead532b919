import { join } from 'node:path';
import { startTicking } from '../adapters/cron/node-cron-driver.ts';
import { type RunLock, takeRunLock } from '../adapters/system/run-lock.ts';
import { startHealthServer } from '../adapters/web/health-server.ts';
import type { Assembly } from './assemble.ts';
import { loadNotes } from './cli/corpus.ts';
import { collectOnce, deliverOnce } from './run-once.ts';

/** How often the outbox and the channels' schedules are looked at. */
const deliverCron = '* * * * *';
/** Under the 45 s that a container is given to stop. */
const stopTimeoutMs = 30_000;
const nothing = () => undefined;

export interface RunningBot {
  /** Stops in the reverse order of starting; waits for runs in progress, up to 30 s. */
  stop(): Promise<void>;
}

/**
 * Takes the data folder, frees what a dead process held, and makes the store know the configured sources and the
 * shipped notes. Stands before every run, once or for good.
 */
export async function prepareRun(assembly: Assembly): Promise<RunLock> {
  const lock = takeRunLock(join(assembly.dataDir, 'run.lock'));
  if (lock.isAlone) await assembly.store.claims.releaseAll();
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
  const lock = await prepareRun(assembly);
  const health =
    config.port === null ? null : await startHealthServer(config.port, () => assembly.store.sources.list());
  const collect = async () => {
    await collectOnce(assembly, { dueOnly: true, onProgress: nothing });
  };
  const deliver = async () => {
    await deliverOnce(assembly, { dueOnly: true });
  };
  const deliverTicks = startTicking({
    cron: deliverCron,
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
    dataDir: assembly.dataDir,
    port: config.port,
  });
  return {
    stop: async () => {
      log.info('Wirewatch stops');
      await collectTicks.stop();
      await deliverTicks.stop();
      await health?.stop();
      lock.release();
    },
  };
}
