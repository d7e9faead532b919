import type { DigestPlan, QuietHours } from '../../../src/domain/channel.ts';

const minuteMs = 60_000;
const dayMinutes = 1440;

/** What one sees who sits before the clock of a zone and writes down what it shows, minute by minute. */
export interface WallLog {
  readonly fromMs: number;
  /** Minutes since 1970 as the wall shows them, one an entry. */
  readonly shown: readonly number[];
  /**
   * Each wall minute that came to pass and when, in order. A minute that was shown before comes to pass no more; all
   * that the hands jumped over come to pass at the jump.
   */
  readonly passed: readonly { readonly wallMinute: number; readonly atMs: number }[];
}

export function watchWall(zone: string, fromMs: number, minutes: number): WallLog {
  const face = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shown: number[] = [];
  const passed: { wallMinute: number; atMs: number }[] = [];
  let latest: number | null = null;
  for (let index = 0; index < minutes; index += 1) {
    const atMs = fromMs + index * minuteMs;
    const wallMinute = Date.parse(`${face.format(atMs).replace(' ', 'T')}Z`) / minuteMs;
    shown.push(wallMinute);
    for (let next = (latest ?? wallMinute - 1) + 1; next <= wallMinute; next += 1) {
      passed.push({ wallMinute: next, atMs });
    }
    latest = Math.max(latest ?? wallMinute, wallMinute);
  }
  return { fromMs, shown, passed };
}

/** The fields of a wall minute, for a cron expression that comes with the rule it says. */
export type WallRule = (at: { minute: number; hour: number; weekday: number; date: number }) => boolean;

export interface Situation {
  readonly plan: DigestPlan;
  readonly cronRule: WallRule;
  readonly quiet: QuietHours | null;
  /** Slots after this moment are owed. */
  readonly sinceMs: number;
  /** When the bot looks, and whether the channel is paused then. */
  readonly ticks: readonly { readonly atMs: number; readonly isPaused: boolean }[];
}

export interface Digest {
  readonly tickMs: number;
  readonly slotMs: number;
}

/** The digests that are right: by the log of the wall, a note of what is owed, and a sign that says whether it is quiet. */
export function digestsByWall(log: WallLog, situation: Situation): Digest[] {
  const digests: Digest[] = [];
  const desk: Desk = { next: 0, owedMs: null, isQuiet: false };
  let lastMs = situation.sinceMs;
  for (const { atMs, isPaused } of situation.ticks) {
    readOn(log, situation, desk, atMs);
    const thisMinuteMs = atMs - (atMs % minuteMs);
    if (situation.plan.kind === 'realtime' && thisMinuteMs > lastMs) desk.owedMs = thisMinuteMs;
    if (desk.owedMs === null || desk.isQuiet || isPaused) continue;
    digests.push({ tickMs: atMs, slotMs: desk.owedMs });
    lastMs = desk.owedMs;
    desk.owedMs = null;
  }
  return digests;
}

/** What lies before the watcher: where the log was read to, the note, the sign. */
interface Desk {
  next: number;
  owedMs: number | null;
  isQuiet: boolean;
}

function readOn(log: WallLog, situation: Situation, desk: Desk, untilMs: number): void {
  const { quiet, sinceMs } = situation;
  for (let event = log.passed[desk.next]; event && event.atMs <= untilMs; event = log.passed[desk.next]) {
    desk.next += 1;
    const timeOfDay = event.wallMinute % dayMinutes;
    if (timeOfDay === quiet?.from) desk.isQuiet = true;
    if (timeOfDay === quiet?.until) desk.isQuiet = false;
    if (event.atMs > sinceMs && isSlot(event.wallMinute, situation)) desk.owedMs = event.atMs;
  }
}

function isSlot(wallMinute: number, { plan, cronRule }: Situation): boolean {
  const timeOfDay = wallMinute % dayMinutes;
  // 1970 began on a Thursday.
  const weekday = (Math.floor(wallMinute / dayMinutes) + 4) % 7;
  switch (plan.kind) {
    case 'realtime':
      return false;
    case 'times':
      return (weekday === 0 || weekday === 6 ? plan.weekend : plan.weekday).includes(timeOfDay);
    case 'weekly':
      return plan.day === weekday && plan.time === timeOfDay;
    case 'cron': {
      const date = new Date(wallMinute * minuteMs).getUTCDate();
      return cronRule({ minute: timeOfDay % 60, hour: Math.floor(timeOfDay / 60), weekday, date });
    }
  }
}
