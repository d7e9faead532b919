import { Piscina } from 'piscina';
import type { StoreCall, StoreReply, StoreSettings } from './store-call.ts';
import { StoreError } from './store-error.ts';

export interface StoreWorker {
  /** Rejects with a `StoreError`, at the latest after `timeoutMs`. */
  ask(call: StoreCall, timeoutMs: number): Promise<unknown>;
  /** Finishes the calls under way, closes the database and ends the thread, once; later calls are rejected. */
  stop(timeoutMs: number): Promise<void>;
}

/**
 * One thread that takes one call at a time. A call that misses its deadline takes its thread with it: only so
 * does it end, whatever it does, and SQLite rolls its transaction back. A new thread serves the next call.
 */
export function startStoreWorker(filename: string, settings: StoreSettings): StoreWorker {
  const pool = new Piscina<StoreCall, StoreReply>({
    filename,
    name: 'answerCall',
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: 1,
    workerData: settings,
    // The thread's own event loop stays awake between calls.
    atomics: 'disabled',
  });
  let stopping: Promise<void> | null = null;
  async function stop(timeoutMs: number): Promise<void> {
    try {
      answerOf(await runWithDeadline(pool, { port: 'store', method: 'close', args: [] }, timeoutMs));
    } finally {
      await pool.destroy();
    }
  }
  return {
    async ask(call, timeoutMs) {
      if (stopping !== null) throw new StoreError('The store is closed.');
      return answerOf(await runWithDeadline(pool, call, timeoutMs));
    },
    stop(timeoutMs) {
      stopping ??= stop(timeoutMs);
      return stopping;
    },
  };
}

async function runWithDeadline(
  pool: Piscina<StoreCall, StoreReply>,
  call: StoreCall,
  timeoutMs: number,
): Promise<StoreReply> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  try {
    return await pool.run(call, { signal: deadline.signal });
  } catch (cause) {
    const name = `${call.port}.${call.method}`;
    const problem = deadline.signal.aborted
      ? `The store did not finish ${name} within ${timeoutMs} ms; whether it was done is not known. Try again.`
      : `The store's thread ended during ${name}; whether it was done is not known. Try again.`;
    throw new StoreError(problem, { cause });
  } finally {
    clearTimeout(timer);
  }
}

function answerOf(reply: StoreReply): unknown {
  if (reply.kind === 'done') return reply.value;
  throw new StoreError(reply.problem, { cause: new Error(reply.detail) });
}
