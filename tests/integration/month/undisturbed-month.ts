import type { Delivery, Platform } from '../../../src/domain/delivery.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { createRecordingPublisher } from '../../fakes/recording-publisher.ts';
import { createMonthBot } from './month-bot.ts';
import { monthStartMs } from './month-channels.ts';

/** All deliveries of a month in which nothing goes wrong: the same bot without a disk, a network or a process to kill. */
export async function undisturbedMonth(platform: Platform, days: number): Promise<readonly Delivery[]> {
  const store = inMemoryStore();
  let nowMs = monthStartMs;
  const clock = {
    nowMs: () => nowMs,
    moveTo: (atMs: number) => {
      nowMs = Math.max(nowMs, atMs);
    },
  };
  const publisher = createRecordingPublisher(platform);
  await createMonthBot({ store, publisher, clock, days }).run();
  return store.deliveries.list({ limit: Number.MAX_SAFE_INTEGER });
}
