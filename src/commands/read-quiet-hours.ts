import type { QuietHours } from '../domain/channel.ts';
import { localTimeText, readLocalTime } from '../domain/local-time-texts.ts';
import { ok, type Reading, refused } from './reading.ts';

const example = '22:00-07:00, or off';

/** Reads `22:00-07:00`, or `off`. */
export function readQuietHours(text: string): Reading<QuietHours | null> {
  if (text.trim().toLowerCase() === 'off') return ok(null);
  const [from, until, ...more] = text
    .split(/[-–]/)
    .map((part) => ({ part: part.trim(), time: readLocalTime(part) }));
  if (!from || !until || more.length > 0) return refused(`"${text}" are no quiet hours. Write ${example}.`);
  const wrong = [from, until].find(({ time }) => time === null);
  if (wrong)
    return refused(`"${wrong.part}" is no time of day. Write quiet hours in 24 hours, as ${example}.`);
  if (from.time === null || until.time === null || from.time === until.time) {
    return refused(`Quiet hours that end when they begin are all day or none. Write ${example}.`);
  }
  return ok({ from: from.time, until: until.time });
}

/** As `readQuietHours` reads it. */
export function quietHoursText(quiet: QuietHours | null): string {
  return quiet ? `${localTimeText(quiet.from)}-${localTimeText(quiet.until)}` : 'off';
}
