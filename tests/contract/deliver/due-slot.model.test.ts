import { expect, test } from 'vitest';
import { createSchedule } from '../../../adapters/cron/cron-schedule.ts';
import { dueSlotMs } from '../../../src/deliver/due-slot.ts';
import { sampleChannel } from '../../unit/deliver/sample-channel.ts';
import { type Dice, diceOf, randomSituation } from './random-situations.ts';
import { type Digest, digestsByWall, type Situation, type WallLog, watchWall } from './wall-watcher.ts';

const seed = 20_261_126;
const situations = 10_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const lifeHours = 30;

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Antarctica/Troll',
  'Europe/Dublin',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Pacific/Chatham',
  'America/Caracas',
  'Asia/Pyongyang',
] as const;

interface Window {
  readonly zone: string;
  /** Noon in UTC after a day in which the clocks changed, or a day like any other. */
  readonly noonMs: number;
  readonly log: WallLog;
}

/** Up to eight days with a change of the clocks between 2005 and 2027, and a plain one. */
function windowsOf(zone: string, dice: Dice): Window[] {
  const face = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const offsetAt = (atMs: number) => face.format(atMs).split(' ').at(-1);
  const changes: number[] = [];
  const endMs = Date.UTC(2027, 11, 1, 12);
  for (let noonMs = Date.UTC(2005, 0, 5, 12); noonMs < endMs; noonMs += dayMs) {
    if (offsetAt(noonMs - dayMs) !== offsetAt(noonMs)) changes.push(noonMs);
  }
  const chosen = changes
    .map((noonMs) => ({ noonMs, order: dice.between(0, 1_000_000) }))
    .sort((a, b) => a.order - b.order)
    .slice(0, 8)
    .map(({ noonMs }) => noonMs);
  const plain = Date.UTC(2026, dice.between(0, 11), dice.between(1, 28), 12);
  return [...chosen, plain].map((noonMs) => {
    const fromMs = noonMs - 4 * dayMs;
    return { zone, noonMs, log: watchWall(zone, fromMs, (6 * dayMs) / 60_000) };
  });
}

function situationIn({ noonMs, log }: Window, dice: Dice): Situation {
  const change = log.shown.findIndex((wall, index) => index > 0 && wall !== (log.shown[index - 1] ?? 0) + 1);
  const hotMs = change === -1 ? noonMs : log.fromMs + change * 60_000;
  const startMs = hotMs - dice.between(1, lifeHours - 2) * hourMs;
  return randomSituation(dice, log, { startMs, minutes: lifeHours * 60, hotMs });
}

const schedule = createSchedule();

function digestsByRule(zone: string, { plan, quiet, sinceMs, ticks }: Situation): Digest[] {
  const digests: Digest[] = [];
  let lastSlotMs = sinceMs;
  for (const { atMs, isPaused } of ticks) {
    const channel = sampleChannel({ plan, zone, quiet, isPaused }, lastSlotMs);
    const slotMs = dueSlotMs(channel, schedule, atMs);
    if (slotMs === null) continue;
    digests.push({ tickMs: atMs, slotMs });
    lastSlotMs = slotMs;
  }
  return digests;
}

/** For people who look into a failure. */
function inWords(digests: readonly Digest[]): string[] {
  const iso = (atMs: number) => new Date(atMs).toISOString();
  return digests.map(({ tickMs, slotMs }) => `slot ${iso(slotMs)} at the tick of ${iso(tickMs)}`);
}

test('digests come at the very ticks at which somebody who watches the clock on the wall would send them', () => {
  const windows = zones.flatMap((zone, index) => windowsOf(zone, diceOf(seed + index)));
  let digests = 0;

  for (let number = 0; number < situations; number += 1) {
    const dice = diceOf(seed * 31 + number);
    const window = windows[number % windows.length];
    if (!window) throw new Error('There are no windows to try.');
    const situation = situationIn(window, dice);
    const right = digestsByWall(window.log, situation);
    const found = digestsByRule(window.zone, situation);
    digests += right.length;
    if (JSON.stringify(found) === JSON.stringify(right)) continue;
    const { plan, quiet } = situation;
    const setting = JSON.stringify({ zone: window.zone, plan, quiet });
    expect(inWords(found), `seed ${seed}, situation ${number}: ${setting}`).toEqual(inWords(right));
  }

  // A test in which nothing is ever due would prove nothing.
  expect(digests).toBeGreaterThan(3 * situations);
}, 120_000);
