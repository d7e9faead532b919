/** How finely a date is known. `unknown` goes with `epochMs: null` and with nothing else. */
export type MomentPrecision = 'instant' | 'day' | 'month' | 'year' | 'unknown';

/** Where a date was found. A page's own clock is never a basis: it tells when the page was drawn. */
export type MomentBasis = 'feed' | 'page' | 'text' | 'url' | 'given' | 'none';

/** A point in time with what is known of it. `epochMs` is the first instant (UTC) of the stated period. */
export interface Moment {
  readonly epochMs: number | null;
  readonly precision: MomentPrecision;
  readonly basis: MomentBasis;
}

export const unknownMoment: Moment = {
  epochMs: null,
  precision: 'unknown',
  basis: 'none',
};

/** A day of 24 hours; a local day may be longer or shorter. */
export const dayMs = 86_400_000;
const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const isoInstant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * Reads an ISO 8601 date or instant (`2024`, `2024-07`, `2024-07-04`, `2024-07-04T09:00:00Z`).
 * An instant without a zone is refused: read in the server's zone it would differ from machine to machine.
 */
export function readIsoMoment(text: string | null | undefined, basis: MomentBasis): Moment {
  const trimmed = text?.trim() ?? '';
  if (isoInstant.test(trimmed)) {
    const epochMs = Date.parse(trimmed.replace(' ', 'T'));
    return Number.isNaN(epochMs) ? unknownMoment : { epochMs, precision: 'instant', basis };
  }
  const match = isoDate.exec(trimmed);
  if (!match) return unknownMoment;
  const [, year, month, day] = match;
  const epochMs = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  // Date.UTC rolls 31 February into March; such a date is a mistake and not a day.
  const isReal = new Date(epochMs).toISOString().startsWith(trimmed);
  if (!isReal) return unknownMoment;
  return { epochMs, precision: day ? 'day' : month ? 'month' : 'year', basis };
}

/** The moment as ISO text of its own precision, `null` when unknown: `2024-07`, `2024-07-04`. */
export function isoOfMoment(moment: Moment): string | null {
  if (moment.epochMs === null) return null;
  const iso = new Date(moment.epochMs).toISOString();
  const lengths = {
    instant: iso.length,
    day: 10,
    month: 7,
    year: 4,
    unknown: 0,
  } as const;
  return iso.slice(0, lengths[moment.precision]) || null;
}

/** Whole and part days between two moments, `null` when either is unknown. */
export function daysBetween(a: Moment, b: Moment): number | null {
  if (a.epochMs === null || b.epochMs === null) return null;
  return Math.abs(a.epochMs - b.epochMs) / dayMs;
}
