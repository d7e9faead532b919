import { wallTimeMs } from '../local-time.ts';
import type { Revised, StoryDocument } from '../message-document.ts';
import type { Moment } from '../moment.ts';
import type { Words } from '../words/words.ts';

/**
 * A moment for a reader, no finer than it is known: `4 Jul 2024, 09:00 UTC`, `4 Jul 2024`, `Jul 2024`, `2024`,
 * `date unknown`. Days are those of UTC, which is why an instant names its zone.
 */
export function momentText(moment: Moment, words: Words): string {
  const day = dayText(moment, words);
  if (moment.precision !== 'instant' || moment.epochMs === null) return day;
  return words.dateTime(day, `${clockText(moment.epochMs)} UTC`);
}

/** The same without the time of day: enough to cite a document by. */
export function dayText(moment: Moment, words: Words): string {
  if (moment.epochMs === null) return words.dateUnknown;
  const date = new Date(moment.epochMs);
  switch (moment.precision) {
    case 'instant':
    case 'day':
      return words.date(date.getUTCDate(), monthOf(date, words), date.getUTCFullYear());
    case 'month':
      return words.date(null, monthOf(date, words), date.getUTCFullYear());
    case 'year':
      return words.date(null, null, date.getUTCFullYear());
    case 'unknown':
      return words.dateUnknown;
  }
}

/** A wall clock: `Sat 22 Nov 2025, 08:00` in the given IANA zone. Throws RangeError for a zone that is none. */
export function wallClockText(epochMs: number, zone: string, words: Words): string {
  const wallMs = wallTimeMs(zone, epochMs);
  const date = new Date(wallMs);
  // By our own words: the order and the short names of Intl change with the release of its data.
  const day = words.date(date.getUTCDate(), monthOf(date, words), date.getUTCFullYear());
  const weekday = words.weekdays[date.getUTCDay()] ?? '';
  return words.dateTime(words.weekdayDate(weekday, day), clockText(wallMs));
}

/** When a story came out, and when it was revised: `4 Jul 2024 · revised 2026-03-02 09:10 (Europe/Berlin)`. */
export function storyMomentText(
  { story, revised }: Pick<StoryDocument, 'story' | 'revised'>,
  words: Words,
): string {
  const moment = momentText(story.publishedAt, words);
  // A message that was owed before stories could be revised has nothing there.
  return revised ? `${moment} · ${revisedText(revised, words)}` : moment;
}

/** Throws RangeError for a zone that is none. */
function revisedText({ atMs, zone }: Revised, words: Words): string {
  const clock = new Date(wallTimeMs(zone, atMs)).toISOString().slice(0, 16).replace('T', ' ');
  return words.revised(`${clock} (${zone})`);
}

function monthOf(date: Date, words: Words): string {
  return words.months[date.getUTCMonth()] ?? '';
}

/** `09:00`, of a time as a clock in UTC shows it. */
function clockText(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(11, 16);
}
