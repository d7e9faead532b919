import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dayMs } from '../../../src/domain/moment.ts';
import type { BotOrder } from './bot-order.ts';
import type { CrashPoint, PlannedCrash } from './crash-points.ts';
import { type LivingBot, startBotProcess } from './living-bot.ts';
import { monthStartMs } from './month-channels.ts';
import type { OpenPlatform, PlatformUnderTest } from './platform-under-test.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';
import { readClock } from './stored-clock.ts';

export interface MonthPlan {
  readonly folder: string;
  readonly days: number;
  /** How many processes are killed before the last one. */
  readonly kills: number;
  readonly seed: number;
  /** The share of lives that end on purpose, at one of these points; the others are killed from outside. */
  readonly onPurpose: { readonly share: number; readonly points: readonly [CrashPoint, ...CrashPoint[]] };
  readonly findsNothing: boolean;
}

/** How many processes of a month died in which way: from outside at a random moment, or on purpose at a point. */
export type Deaths = Readonly<Record<'random' | CrashPoint, number>>;

const duringStartShare = 0.1;
const startTakesMs = 200;
/** How much of the month a process lives through in a millisecond, before there is a life to measure it by. */
const firstGuess = dayMs / 600;

/** Lets the bot live through the month, killing its processes until the kills are used up; the last one ends it. */
export async function liveThroughMonth(
  underTest: PlatformUnderTest,
  open: OpenPlatform,
  plan: MonthPlan,
): Promise<Deaths> {
  const random = createSeededRandom(plan.seed);
  const deaths = { random: 0, decided: 0, claimed: 0, looked_for: 0, sent: 0 };
  const pace = createPace(plan);
  for (let left = plan.kills; ; left -= 1) {
    const crash = left > 0 && random.next() < plan.onPurpose.share ? nextCrash(plan, random) : null;
    const bot = startBotProcess(orderOf(underTest, open, plan, crash, random));
    const isKilled = left > 0 && (await killAtRandom(bot, random, pace.nextLifeMs(left) * (crash ? 3 : 1)));
    const { kind, livedMs } = await bot.ended;
    if (kind === 'finished') return deaths;
    deaths[crash && !isKilled ? crash.point : 'random'] += 1;
    pace.add(livedMs);
  }
}

export function databaseOf(folder: string): string {
  return join(folder, 'wirewatch.db');
}

function clockOf(folder: string): string {
  return join(folder, 'clock');
}

function orderOf(
  { platform, publisherModule }: PlatformUnderTest,
  { settings }: OpenPlatform,
  { folder, days, findsNothing }: MonthPlan,
  crash: PlannedCrash | null,
  random: SeededRandom,
): BotOrder {
  return {
    ...{ platform, publisherModule, publisherSettings: settings, days, crash, findsNothing },
    databasePath: databaseOf(folder),
    clockPath: clockOf(folder),
    releasesClaims: random.next() < 0.5,
  };
}

/** What a process of an earlier life may have posted is looked for at its start, or not at all. */
function nextCrash({ onPurpose }: MonthPlan, random: SeededRandom): PlannedCrash {
  const point = random.pick(onPurpose.points);
  return { point, countdown: point === 'looked_for' ? 1 : 1 + random.below(4) };
}

/** Mostly while it works, now and then while it starts; up to twice `meanMs`. True when it did not die by itself. */
async function killAtRandom(bot: LivingBot, random: SeededRandom, meanMs: number): Promise<boolean> {
  const duringStart = random.next() < duringStartShare;
  if (!duringStart) await bot.ready;
  const waitMs = duringStart ? random.below(startTakesMs) : random.next() * 2 * meanMs;
  const first = await Promise.race([pause(waitMs), bot.ended]);
  if (first !== undefined) return false;
  bot.kill();
  return true;
}

/** Spreads the kills over the month, whatever the machine makes of it. */
function createPace({ folder, days }: MonthPlan) {
  const lengthMs = days * dayMs;
  const passed = () => (readClock(clockOf(folder)) ?? monthStartMs) - monthStartMs;
  let workedMs = 0;
  return {
    add(livedMs: number) {
      workedMs += livedMs;
    },
    /** A few lives more than there are kills left, so that the month does not end before the kills do. */
    nextLifeMs(left: number): number {
      const passedMs = passed();
      // On a slow machine the first lives may end before any of the month has passed.
      const rate = workedMs > 1_000 && passedMs > 0 ? passedMs / workedMs : firstGuess;
      return (lengthMs - passedMs) / (left + 6) / rate;
    },
  };
}
