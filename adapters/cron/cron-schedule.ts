import { CronExpressionParser } from 'cron-parser';
import type { Schedule } from '../../src/ports/schedule.ts';
import { instantOfWallTime, wallTimeMs } from './local-time.ts';

/** Longer than any clock is ever set back. */
const longestRepeatMs = 3 * 3_600_000;

/**
 * Cron expressions read on the wall clock of a zone. cron-parser alone loses a skipped time when it looks back,
 * names a repeated one twice, and loses a day in Lord Howe's half-hour jump (5.10.5); so it only does the calendar,
 * in UTC, and `local-time.ts` says which instant a wall time is. Each slot then comes exactly once.
 */
export function createSchedule(): Schedule {
  return {
    latestSlotMs(cron, zone, nowMs) {
      // What the wall showed before a change may be later than what it shows now.
      const earlierOffsetMs = wallTimeMs(zone, nowMs - longestRepeatMs) - (nowMs - longestRepeatMs);
      const startMs = Math.max(wallTimeMs(zone, nowMs), nowMs + earlierOffsetMs);
      // `prev` leaves out the moment it starts from.
      const calendar = CronExpressionParser.parse(cron, { tz: 'UTC', currentDate: new Date(startMs + 1000) });
      for (;;) {
        const slotMs = instantOfWallTime(zone, calendar.prev().getTime());
        if (slotMs <= nowMs) return slotMs;
      }
    },
    problemOf: (cron, zone) => problemOfZone(zone) ?? problemOfCron(cron),
  };
}

function problemOfZone(zone: string): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[+-]/.test(zone) ? `The zone ${zone} is a bare offset; name a place, as Europe/Berlin.` : null;
  } catch {
    return `There is no time zone ${zone}; write one as Europe/Berlin or UTC.`;
  }
}

/** Digits, lists, ranges, steps and names: what every cron understands. */
const classicFields = /^[\d*,/\-a-z\s]+$/i;
/** cron-parser reads more letters (L for last, H for a random value, W), node-cron does not. */
const names = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)$/i;

function problemOfCron(cron: string): string | null {
  const fields = cron.trim().split(/\s+/);
  if (fields.length !== 5) {
    return `A cron expression has five fields (minute hour day month weekday), this one has ${cron.trim() ? fields.length : 0}.`;
  }
  const stranger = fields.find((field) => !classicFields.test(field) || !wordsAreNames(field));
  if (stranger) return `The part ${stranger} of the cron expression is not understood.`;
  try {
    CronExpressionParser.parse(cron, { tz: 'UTC' }).next();
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    if (/loop limit|explicit day of month/i.test(reason))
      return 'The cron expression names a date that never comes.';
    return `The cron expression is not understood: ${reason.replace(/\.$/, '')}.`;
  }
}

function wordsAreNames(field: string): boolean {
  return (field.match(/[a-z]+/gi) ?? []).every((word) => names.test(word));
}
