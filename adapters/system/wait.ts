import { setTimeout as timer } from 'node:timers/promises';

/** Waits. Rejects at once, with the signal's reason, when it is aborted. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await timer(ms, undefined, { signal });
}
