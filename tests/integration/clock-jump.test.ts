import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Store } from '../../adapters/store/store.ts';
import { dayMs } from '../../src/domain/moment.ts';
import { createRecordingPublisher, type RecordingPublisher } from '../fakes/recording-publisher.ts';
import { createMonthBot } from './month/month-bot.ts';
import { monthStartMs } from './month/month-channels.ts';
import { problemsBetween } from './month/month-problems.ts';
import type { PlatformUnderTest } from './month/platform-under-test.ts';
import { toldIn, toldTwice } from './month/told-content.ts';
import { undisturbedMonth } from './month/undisturbed-month.ts';

const days = 3;
const hourMs = 3_600_000;
/** The platform refuses so many messages before the jump; they wait for a retry. */
const refusals = 5;

/** Hours after the start of the month at which messages are due in several channels. */
test.each([31, 36, 38, 46, 55, 62])(
  'a clock set back an hour after %i hours loses and doubles nothing',
  async (jumpHour) => {
    const undisturbed = await undisturbedMonth('slack', days);
    const store = await emptyStore();
    const publisher = createRecordingPublisher('slack');
    const clock = movableClock();
    const bot = createMonthBot({ store, publisher, clock, days });
    await bot.setUp();

    for (let hour = 0; hour < days * 24; hour += 1) {
      if (hour === jumpHour) expect(await jump(bot, store, publisher, hour), 'waiting').toBeGreaterThan(0);
      await bot.step(monthStartMs + hour * hourMs);
    }
    clock.moveTo(monthStartMs + days * dayMs);
    await bot.step(monthStartMs + days * dayMs);
    await bot.deliverRest(Number.POSITIVE_INFINITY);

    const deliveries = await store.deliveries.list({ limit: Number.MAX_SAFE_INTEGER });
    expect(problemsBetween(deliveries, standingOn(publisher), recordingUnderTest)).toEqual([]);
    expect(toldTwice(deliveries)).toEqual([]);
    expect(toldIn(deliveries)).toEqual(toldIn(undisturbed));
  },
);

/**
 * Messages are decided, and the platform is down for the first of them; then the wall says an hour less. Answers how many
 * messages waited at that moment.
 */
async function jump(
  bot: ReturnType<typeof createMonthBot>,
  { deliveries }: Store,
  publisher: RecordingPublisher,
  hour: number,
): Promise<number> {
  const refused = { kind: 'postponed', retryAfterMs: 10 * 60_000, problem: 'The platform is down.' } as const;
  for (let count = 0; count < refusals; count += 1) publisher.failNext(refused);
  await bot.stepOnce(monthStartMs + hour * hourMs);
  const waiting = (await deliveries.list({ limit: 1_000 })).filter(({ state }) => state === 'owed');
  await bot.stepOnce(monthStartMs + (hour - 1) * hourMs);
  return waiting.length;
}

function movableClock() {
  let nowMs = monthStartMs;
  return {
    nowMs: () => nowMs,
    moveTo: (atMs: number) => {
      nowMs = atMs;
    },
  };
}

async function emptyStore(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'wirewatch-clock-'));
  const store = await openStore({ path: join(folder, 'wirewatch.db') });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  return store;
}

const recordingUnderTest: Pick<PlatformUnderTest, 'textOf'> = {
  textOf: (document, mentions) => JSON.stringify([document, mentions]),
};

function standingOn({ posted }: RecordingPublisher) {
  return posted.map(({ channel, key, messageId, threadMessageId, document, mentions }) => ({
    ...{ channelId: channel.channelId, key, messageId, threadMessageId },
    text: JSON.stringify([document, mentions]),
  }));
}
