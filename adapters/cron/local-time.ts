import { dayMs } from '../../src/domain/moment.ts';

/**
 * What the clocks on the wall show in a zone at an instant, as the epoch milliseconds at which a clock in UTC
 * would show the same. Whole seconds.
 */
export function wallTimeMs(zone: string, epochMs: number): number {
  const parts = formatOf(zone).formatToParts(epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/**
 * The instant at which the clocks on the wall first show a time. A time that they skip in spring counts as the
 * instant of the jump, and of a time that they show twice in autumn the first showing counts: so every wall time
 * has exactly one instant, and later ones never have an earlier instant.
 */
export function instantOfWallTime(zone: string, wallMs: number): number {
  const offsetBefore = wallTimeMs(zone, wallMs - dayMs) - (wallMs - dayMs);
  const offsetAfter = wallTimeMs(zone, wallMs + dayMs) - (wallMs + dayMs);
  const candidates = [wallMs - offsetBefore, wallMs - offsetAfter].sort((a, b) => a - b);
  const shown = candidates.find((candidate) => wallTimeMs(zone, candidate) === wallMs);
  if (shown !== undefined) return shown;
  const [earliest = wallMs, latest = wallMs] = candidates;
  return jumpBetween(zone, earliest, latest, wallMs);
}

/** The first instant in the range, to the second, at which the wall shows a later time than the skipped one. */
function jumpBetween(zone: string, fromMs: number, toMs: number, skippedMs: number): number {
  let before = Math.floor(fromMs / 1000);
  let after = Math.ceil(toMs / 1000);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallTimeMs(zone, middle * 1000) > skippedMs) after = middle;
    else before = middle;
  }
  return after * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept by zone: making one costs about as much as a hundred uses. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
