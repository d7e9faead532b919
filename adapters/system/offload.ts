import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

/** A task ran longer than it may; its thread was ended. */
export class OffloadTimeoutError extends Error {
  readonly task: string;
  readonly timeoutMs: number;

  constructor(task: string, { timeoutMs, cause }: { timeoutMs: number; cause: unknown }) {
    super(`The task ${task} was ended because it took longer than ${timeoutMs} ms.`, { cause });
    this.name = 'OffloadTimeoutError';
    this.task = task;
    this.timeoutMs = timeoutMs;
  }
}

export interface OffloadOptions {
  /** At most this many; more than the machine's cores make nothing faster and are not started. */
  readonly maxThreads: number;
}

/** Work off the main thread, in TypeScript modules that Node's workers load as they are. */
export interface Offload {
  /**
   * An exported function of a module as a function here; input and output are copied (structured clone).
   * The deadline counts from the moment a thread is free, and includes loading the module. Rejects with
   * `OffloadTimeoutError`, with what the function threw, or with what ended the thread (out of memory).
   */
  task<I, O>(module: URL, exportName: string, timeoutMs: number): (input: I) => Promise<O>;
  /** Ends all threads; what still runs rejects. */
  stop(): Promise<void>;
}

/** The worst feed known took 900 MB (5 MB of ampersands); above that lies a machine without memory. */
const heapLimitMb = 1024;
/** Loading a parser costs more than most tasks, so a thread is kept for the next run of collect. */
const idleTimeoutMs = 30_000;

export function createOffload(options: OffloadOptions): Offload {
  const maxThreads = Math.max(1, Math.min(options.maxThreads, availableParallelism()));
  const pool = new Piscina({
    minThreads: 0,
    maxThreads,
    idleTimeout: idleTimeoutMs,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMb },
    // Workers read texts from outside; the environment holds the tokens.
    env: {},
  });
  // A thread that dies is told by the promise of its task; without a listener it would end the process.
  pool.on('error', () => undefined);
  const turns = createTurns(maxThreads);
  let isStopped = false;
  return {
    task<I, O>(module: URL, exportName: string, timeoutMs: number) {
      return (input: I): Promise<O> =>
        turns.take(() => {
          // Without this, Piscina starts a thread again, which nobody would ever end.
          if (isStopped) throw new Error(`The task ${exportName} was not begun: the workers were stopped.`);
          return runWithDeadline(pool, { module, exportName, timeoutMs }, input);
        });
    },
    stop() {
      isStopped = true;
      return pool.destroy();
    },
  };
}

interface Task {
  readonly module: URL;
  readonly exportName: string;
  readonly timeoutMs: number;
}

async function runWithDeadline<O>(pool: Piscina, task: Task, input: unknown): Promise<O> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), task.timeoutMs);
  try {
    return await pool.run(input, {
      filename: task.module.href,
      name: task.exportName,
      signal: deadline.signal,
    });
  } catch (error) {
    if (!deadline.signal.aborted) throw error;
    throw new OffloadTimeoutError(task.exportName, { timeoutMs: task.timeoutMs, cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Lets so many through at a time, in the order of asking: waiting in the pool's own queue would use up deadlines. */
function createTurns(places: number) {
  let free = places;
  const waiting: (() => void)[] = [];
  return {
    async take<T>(work: () => Promise<T>): Promise<T> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}
