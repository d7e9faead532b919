import { type Moment, unknownMoment } from '../../src/domain/moment.ts';
import { monthOf, zoneOffsetMinutes } from './calendar-words.ts';

interface CalendarDate {
  readonly year: number;
  /** 1 to 12; absent where the text gives a year only. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const longestChars = 80;

/** A word before a day and its month, a month's name, or a date in numbers; "mar." is Tuesday there, and March elsewhere. */
const weekday =
  /^[^\d\s,.]{2,12}(?:[.,]+ ?| )(?=\d{1,2}[ .,-]*\p{L}{3}|\d{4}[-/]|\d{1,2}\.\d|\p{L}{3,12}\.? \d)/u;

/** What may follow a date: a time to the minute or finer, half of the day, and a zone. */
const timeAfter =
  /^(?:[t,\s:-]|at)*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(?:([ap])\.?m\.?(?![a-z]))?\s*(.*)$/i;

/**
 * Reads a date as feeds write it: RFC 822 and its many misspellings, ISO 8601, asctime, month names in several
 * languages, Chinese and Japanese, seconds since 1970. A time without a zone that is known is left away and the
 * day kept, because read in the server's zone it would differ from machine to machine. Never guesses: `02/01/2006` and
 * 31 February are unknown.
 */
export function readFeedDate(text: string): Moment {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (trimmed === '' || trimmed.length > longestChars) return unknownMoment;
  if (/^\d{10}(?:\d{3})?$/.test(trimmed)) return instant(Number(trimmed.padEnd(13, '0')));
  const withoutWeekday = trimmed.replace(weekday, '');
  for (const read of [
    readIso,
    readBasicIso,
    readDayFirst,
    readAsctime,
    readMonthFirst,
    readCjk,
    readDotted,
  ]) {
    const moment = read(withoutWeekday);
    if (moment) return moment;
  }
  return unknownMoment;
}

function readIso(text: string): Moment | null {
  const match = /^(\d{4})(?:([-/])(\d{1,2})(?:\2(\d{1,2}))?)?(?![\d年/-])(.*)$/.exec(text);
  if (!match) return null;
  const [, year, , month, day, rest = ''] = match;
  const date = { year: Number(year), month: numberOf(month), day: numberOf(day) };
  return momentOf(date, day ? rest : rest.trim() === '' ? '' : null);
}

function readBasicIso(text: string): Moment | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(.*))?$/i.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '00', zone = ''] = match;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return momentOf(date, hour ? `${hour}:${minute}:${second}${zone}` : '');
}

function readDayFirst(text: string): Moment | null {
  const match =
    /^(\d{1,2})(?:st|nd|rd|th)?[ .,-]*(?:de )?(\p{L}{3,12})\.?[ .,-]*(?:de )?(\d{4}|\d{2})(?!\d)(.*)$/u.exec(
      text,
    );
  if (!match) return null;
  const [, day, month = '', year = '', rest = ''] = match;
  return named(month, day, year, rest);
}

/** `Jan 2 15:04:05 MST 2006`: the year comes last. */
function readAsctime(text: string): Moment | null {
  const match = /^(\p{L}{3,12}) (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?) ?(.{0,10}?) ?(\d{4})$/u.exec(text);
  if (!match) return null;
  const [, month = '', day, time, zone, year = ''] = match;
  return named(month, day, year, `${time} ${zone}`);
}

function readMonthFirst(text: string): Moment | null {
  const match = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)(.*)$/u.exec(text);
  if (!match) return null;
  const [, month = '', day, year = '', rest = ''] = match;
  return named(month, day, year, rest);
}

function readCjk(text: string): Moment | null {
  const match = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?(.*)$/.exec(text);
  if (!match) return null;
  const [, year, month, day, rest = ''] = match;
  return momentOf({ year: Number(year), month: Number(month), day: Number(day) }, rest);
}

/** Where dots part the numbers, the day stands first everywhere. With slashes it depends on the country. */
function readDotted(text: string): Moment | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)(.*)$/.exec(text);
  if (!match) return null;
  const [, day, month, year, rest = ''] = match;
  return momentOf({ year: Number(year), month: Number(month), day: Number(day) }, rest);
}

function named(monthName: string, day: string | undefined, year: string, rest: string): Moment | null {
  const month = monthOf(monthName);
  if (!month) return null;
  // RFC 5322 4.3: two digits below 50 are of this century.
  const century = year.length === 4 ? 0 : Number(year) < 50 ? 2000 : 1900;
  return momentOf({ year: century + Number(year), month, day: Number(day) }, rest);
}

/** `rest` is what follows the date, `null` when it cannot be a time. */
function momentOf(date: CalendarDate, rest: string | null): Moment {
  const { year, month = 1, day = 1 } = date;
  const startMs = Date.UTC(year, month - 1, day);
  const isReal = new Date(startMs).getUTCMonth() === month - 1 && new Date(startMs).getUTCDate() === day;
  if (rest === null || !isReal || year < 1900 || year > 2200) return unknownMoment;
  const timeMs = timeOfDayMs(rest);
  if (timeMs !== null) return instant(startMs + timeMs);
  return { epochMs: startMs, precision: date.day ? 'day' : date.month ? 'month' : 'year', basis: 'feed' };
}

/** UTC time of day in milliseconds, `null` when there is no time, no zone, or no sense in it. May lie outside the day. */
function timeOfDayMs(rest: string): number | null {
  const match = timeAfter.exec(rest);
  if (!match) return null;
  const [, hour, minute, second, half, zone = ''] = match;
  // "EST (New York)" and "+0000 (UTC)": a comment may follow.
  const offsetMinutes = zoneOffsetMinutes(zone.replace(/\(.*$/, ''));
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  // A leap second is written :60 (RFC 3339 5.6), midnight also 24:00.
  if (offsetMinutes === null || hours > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  return ((hours * 60 + Number(minute) - offsetMinutes) * 60 + Number(second ?? 0)) * 1000;
}

/** The zero of Unix time is what a program writes that has no date. */
function instant(epochMs: number): Moment {
  return epochMs <= 0 ? unknownMoment : { epochMs, precision: 'instant', basis: 'feed' };
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
