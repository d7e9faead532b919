import { schedule } from 'node-cron';
import type { Log } from '../../src/ports/log.ts';

export interface TickOptions {
  /** Five-field cron expression, read in UTC: ticks need no zone. */
  readonly cron: string;
  /** One run. While it lasts no other begins; ticks that fall due meanwhile are left out. */
  readonly onTick: () => Promise<void>;
  readonly log: Log;
  /** True to run at once too: what fell due while the bot was stopped is caught up. */
  readonly startsNow: boolean;
  /** How long `stop` waits for the run in progress. */
  readonly stopTimeoutMs: number;
}

export interface Ticking {
  /** No tick after this; resolves when the run in progress has ended, or at the deadline. */
  stop(): Promise<void>;
}

/** Calls `onTick` by the clock. A run that fails is logged, and the next one comes all the same. */
export function startTicking({ cron, onTick, log, startsNow, stopTimeoutMs }: TickOptions): Ticking {
  let isRunning = false;
  const run = async () => {
    // node-cron keeps its own ticks apart and knows nothing of the run at the start.
    if (isRunning) return;
    isRunning = true;
    try {
      await onTick();
    } catch (error) {
      log.error('A scheduled run failed', {
        cron,
        reason: error instanceof Error ? error.message : String(error),
      });
    } finally {
      isRunning = false;
    }
  };
  let running = startsNow ? run() : Promise.resolve();
  const task = schedule(
    cron,
    () => {
      if (!isRunning) running = run();
      return running;
    },
    { timezone: 'UTC', noOverlap: true, suppressMissedWarning: true, logger: quietLogger(log) },
  );
  return {
    async stop() {
      await task.destroy();
      const ending = await endsWithin(running, stopTimeoutMs);
      if (ending === 'late')
        log.warn('A scheduled run did not end in time', { cron, waitedMs: stopTimeoutMs });
    },
  };
}

async function endsWithin(run: Promise<void>, timeoutMs: number): Promise<'ended' | 'late'> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), timeoutMs);
  const ending = await Promise.race([run.then(() => 'ended' as const), late]);
  clearTimeout(timer);
  return ending;
}

/** node-cron tells of skipped and late ticks, which catching up makes harmless; only its errors are of interest. */
function quietLogger(log: Log) {
  const silent = () => undefined;
  return {
    info: silent,
    warn: silent,
    debug: silent,
    error: (message: string | Error) => log.error('The scheduler failed', { reason: String(message) }),
  };
}
