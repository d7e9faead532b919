import type { DigestPlan, LocalTime, QuietHours, Weekday } from '../../../src/domain/channel.ts';
import type { Situation, WallLog, WallRule } from './wall-watcher.ts';

const minuteMs = 60_000;

export interface Dice {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** The same seed throws the same numbers (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1));
  return {
    between,
    chance: (probability) => fraction() < probability,
    pick: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
  };
}

/** A setting and a bot's life of `minutes` from `startMs`; half of all times are near what the wall shows at `hotMs`. */
export function randomSituation(
  dice: Dice,
  log: WallLog,
  life: { readonly startMs: number; readonly minutes: number; readonly hotMs: number },
): Situation {
  const time = (): LocalTime => {
    if (dice.chance(0.5)) return dice.between(0, 1439);
    const near = log.shown[Math.floor((life.hotMs - log.fromMs) / minuteMs) + dice.between(-90, 90)] ?? 0;
    return (((near + dice.between(-70, 70)) % 1440) + 1440) % 1440;
  };
  const sinceMs = life.startMs + dice.between(0, 59_999);
  const ticks = randomTicks(dice, sinceMs, life.minutes);
  return { ...randomPlan(dice, time), quiet: dice.chance(0.6) ? quietHours(time) : null, sinceMs, ticks };
}

function quietHours(time: () => LocalTime): QuietHours | null {
  const from = time();
  const until = time();
  return from === until ? null : { from, until };
}

function randomPlan(dice: Dice, time: () => LocalTime): { plan: DigestPlan; cronRule: WallRule } {
  const times = () => Array.from({ length: dice.between(0, 2) }, time);
  const plan: DigestPlan = dice.pick<DigestPlan>([
    { kind: 'realtime' },
    { kind: 'times', weekday: times(), weekend: times() },
    { kind: 'times', weekday: times(), weekend: times() },
    { kind: 'weekly', day: dice.between(0, 6) as Weekday, time: time() },
    { kind: 'cron', cron: '' },
  ]);
  if (plan.kind !== 'cron') return { plan, cronRule: () => false };
  const { cron, rule } = randomCron(dice, time());
  return { plan: { kind: 'cron', cron }, cronRule: rule };
}

function randomCron(dice: Dice, time: LocalTime): { cron: string; rule: WallRule } {
  const minute = time % 60;
  const hour = Math.floor(time / 60);
  const step = dice.pick([5, 15, 20, 30]);
  const day = dice.between(1, 5);
  const date = dice.between(1, 28);
  const lastHour = dice.between(hour, 23);
  return dice.pick<{ cron: string; rule: WallRule }>([
    { cron: `${minute} ${hour} * * *`, rule: (at) => at.minute === minute && at.hour === hour },
    {
      cron: `*/${step} ${hour}-${lastHour} * * *`,
      rule: (at) => at.minute % step === 0 && at.hour >= hour && at.hour <= lastHour,
    },
    {
      cron: `${minute} * * * 1-5`,
      rule: (at) => at.minute === minute && at.weekday >= 1 && at.weekday <= 5,
    },
    {
      cron: `${minute} */3 * * ${day},SUN`,
      rule: (at) => at.minute === minute && at.hour % 3 === 0 && [0, day].includes(at.weekday),
    },
    {
      cron: `${minute} ${hour} ${date}-31 * *`,
      rule: (at) => at.minute === minute && at.hour === hour && at.date >= date,
    },
  ]);
}

/** A look every 1 to 90 minutes, less those while the bot was stopped. */
function randomTicks(dice: Dice, sinceMs: number, minutes: number): Situation['ticks'] {
  const endMs = sinceMs + minutes * minuteMs;
  const span = (longestMinutes: number) => {
    const fromMs = sinceMs + dice.between(0, minutes) * minuteMs;
    return { fromMs, toMs: fromMs + dice.between(0, longestMinutes) * minuteMs };
  };
  const stops = [span(60), span(1200)];
  const pause = dice.chance(0.3) ? span(1200) : null;
  const ticks = [];
  for (let atMs = sinceMs; atMs < endMs; atMs += dice.between(1, 90) * minuteMs + dice.between(-900, 900)) {
    if (stops.some((stop) => atMs >= stop.fromMs && atMs < stop.toMs)) continue;
    ticks.push({ atMs, isPaused: pause !== null && atMs >= pause.fromMs && atMs < pause.toMs });
  }
  return ticks;
}
