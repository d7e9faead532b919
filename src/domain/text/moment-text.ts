import { wallTimeMs } from '../local-time.ts';
import type { Revised, StoryDocument } from '../message-document.ts';
import type { Moment } from '../moment.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * A moment for a reader, no finer than it is known: `4 Jul 2024, 09:00 UTC`, `4 Jul 2024`, `Jul 2024`, `2024`,
 * `date unknown`. Days are those of UTC, which is why an instant names its zone.
 */
export function momentText(moment: Moment): string {
  if (moment.precision !== 'instant' || moment.epochMs === null) return dayText(moment);
  return `${dayText(moment)}, ${new Date(moment.epochMs).toISOString().slice(11, 16)} UTC`;
}

/** The same without the time of day: enough to cite a document by. */
export function dayText(moment: Moment): string {
  if (moment.epochMs === null) return 'date unknown';
  const date = new Date(moment.epochMs);
  const year = String(date.getUTCFullYear());
  const month = `${months[date.getUTCMonth()]} ${year}`;
  switch (moment.precision) {
    case 'instant':
    case 'day':
      return `${date.getUTCDate()} ${month}`;
    case 'month':
      return month;
    case 'year':
      return year;
    case 'unknown':
      return 'date unknown';
  }
}

/** A wall clock: `Sat 22 Nov 2025, 08:00` in the given IANA zone. Throws RangeError for a zone that is none. */
export function wallClockText(epochMs: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(epochMs);
  const of = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  // Written out by hand: the order and the short names of Intl change with the release of its data.
  return `${of('weekday')} ${of('day')} ${months[Number(of('month')) - 1]} ${of('year')}, ${of('hour')}:${of('minute')}`;
}

/** When a story came out, and when it was revised: `4 Jul 2024 · revised 2026-03-02 09:10 (Europe/Berlin)`. */
export function storyMomentText({ story, revised }: Pick<StoryDocument, 'story' | 'revised'>): string {
  const moment = momentText(story.publishedAt);
  // A message that was owed before stories could be revised has nothing there.
  return revised ? `${moment} · ${revisedText(revised)}` : moment;
}

/** Throws RangeError for a zone that is none. */
function revisedText({ atMs, zone }: Revised): string {
  const clock = new Date(wallTimeMs(zone, atMs)).toISOString().slice(0, 16).replace('T', ' ');
  return `revised ${clock} (${zone})`;
}
