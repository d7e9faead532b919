import { dayMs } from '../domain/moment.ts';
import type { Clock } from '../ports/clock.ts';

/** A task that may be asked for every minute and runs once a day (UTC). One that failed is tried at the next asking. */
export function onceADay(clock: Clock, task: () => Promise<unknown>): () => Promise<void> {
  let doneOn: number | null = null;
  return async () => {
    const today = Math.floor(clock.nowMs() / dayMs);
    if (doneOn === today) return;
    await task();
    doneOn = today;
  };
}
