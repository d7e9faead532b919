import { type CronExpression, CronExpressionParser } from 'cron-parser';
import { instantOfWallTime, wallTimeMs } from '../../src/domain/local-time.ts';
import { zoneProblem } from '../../src/domain/local-time-texts.ts';
import type { Schedule } from '../../src/ports/schedule.ts';

/** Longer than any clock is ever set back. */
const longestRepeatMs = 3 * 3_600_000;

/**
 * Cron expressions read on the wall clock of a zone. cron-parser alone loses a skipped time when it looks back,
 * names a repeated one twice, and loses a day in Lord Howe's half-hour jump (5.10.5); so it only does the calendar,
 * in UTC, and `src/domain/local-time.ts` says which instant a wall time is. Each slot then comes exactly once.
 */
export function createSchedule(): Schedule {
  const calendarAt = createCalendars();
  return {
    latestSlotMs(cron, zone, nowMs) {
      // What the wall showed before a change may be later than what it shows now.
      const earlierOffsetMs = wallTimeMs(zone, nowMs - longestRepeatMs) - (nowMs - longestRepeatMs);
      const startMs = Math.max(wallTimeMs(zone, nowMs), nowMs + earlierOffsetMs);
      // `prev` leaves out the moment it starts from.
      const calendar = calendarAt(cron, startMs + 1000);
      for (;;) {
        const slotMs = instantOfWallTime(zone, calendar.prev().getTime());
        if (slotMs <= nowMs) return slotMs;
      }
    },
    problemOf: (cron, zone) => zoneProblem(zone) ?? problemOfCron(cron),
  };
}

/** Parsed once each: it costs as much as looking back, and each channel's expressions are asked every minute. */
function createCalendars() {
  const parsed = new Map<string, CronExpression>();
  return (cron: string, currentMs: number): CronExpression => {
    const calendar = parsed.get(cron) ?? CronExpressionParser.parse(cron, { tz: 'UTC' });
    parsed.set(cron, calendar);
    calendar.reset(new Date(currentMs));
    return calendar;
  };
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
