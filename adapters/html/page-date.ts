import { type Moment, type MomentBasis, readIsoMoment, unknownMoment } from '../../src/domain/moment.ts';

const months: readonly string[] = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
];

/**
 * Reads a date from a page's metadata: ISO 8601, also with a time that names no zone (the day counts then), and
 * English dates with the month's name. Anything else is unknown.
 */
export function readPageDate(text: string | null | undefined): Moment {
  const trimmed = text?.trim() ?? '';
  const iso = readIsoMoment(trimmed, 'page');
  if (iso.epochMs !== null) return iso;
  const dayOnly = /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(trimmed)?.[0];
  return readIsoMoment(dayOnly ?? englishDay(trimmed), 'page');
}

/** `/2026/03/10/` or `/2026-03-10-` in an address names the day it was published. */
export function readAddressDate(address: string): Moment {
  const path = URL.parse(address)?.pathname ?? '';
  const match =
    /\/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?!\d)/.exec(path) ??
    /\/(20\d{2})(\d{2})(\d{2})(?!\d)/.exec(path);
  if (!match) return unknownMoment;
  const [, year, month, day] = match;
  const basis: MomentBasis = 'url';
  return readIsoMoment(`${year}-${month}-${day}`, basis);
}

/** The first date that is known; as exactly as any other of the same day says it. */
export function firstDate(candidates: readonly Moment[]): Moment {
  const first = candidates.find(({ epochMs }) => epochMs !== null);
  if (!first) return unknownMoment;
  if (first.precision === 'instant') return first;
  return candidates.find((other) => other.precision === 'instant' && isSameDay(first, other)) ?? first;
}

function isSameDay(day: Moment, instant: Moment): boolean {
  return (
    day.precision === 'day' && Math.floor((instant.epochMs ?? 0) / 86_400_000) * 86_400_000 === day.epochMs
  );
}

function englishDay(text: string): string | null {
  const match =
    /^(?:\p{L}+,? )?(\d{1,2}) (\p{L}{3,9})\.?,? (\d{4})(?!\d)/u.exec(text) ??
    /^(?:\p{L}+, )?(?<month>\p{L}{3,9})\.? (?<day>\d{1,2}),? (?<year>\d{4})(?!\d)/u.exec(text);
  if (!match) return null;
  const { day = match[1], month = match[2], year = match[3] } = match.groups ?? {};
  const number = months.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? null : `${year}-${String(number).padStart(2, '0')}-${day?.padStart(2, '0')}`;
}
