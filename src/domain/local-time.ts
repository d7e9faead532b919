import { dayMs } from './moment.ts';

/**
 * What the clocks on the wall show in a zone at an instant, as the epoch milliseconds at which a clock in UTC
 * would show the same. Whole seconds.
 */
export function wallTimeMs(zone: string, epochMs: number): number {
  const wholeMs = Math.floor(epochMs / 1000) * 1000;
  return wholeMs + offsetMs(zone, wholeMs);
}

/**
 * The instant at which the clocks on the wall first show a time. A time that they skip in spring counts as the
 * instant of the jump, and of a time that they show twice in autumn the first showing counts: so every wall time
 * has exactly one instant, and later ones never have an earlier instant.
 */
export function instantOfWallTime(zone: string, wallMs: number): number {
  const offsetBefore = offsetMs(zone, wallMs - dayMs);
  const offsetAfter = offsetMs(zone, wallMs + dayMs);
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

/** No zone changed its clocks twice within so short a time. */
const blockMs = dayMs / 4;

/**
 * How far the wall is ahead of UTC. Asking Intl takes 5 µs, and schedules ask thousands of times a minute; so it is
 * asked at the ends of a block, and inside only of a block in which the clocks change.
 */
function offsetMs(zone: string, epochMs: number): number {
  const block = Math.floor(epochMs / blockMs);
  const offset = offsetAtBlock(zone, block);
  return offset === offsetAtBlock(zone, block + 1) ? offset : askedOffsetMs(zone, epochMs);
}

/** Two numbers for each zone and day: a year of a busy bot is a few thousand. */
const blockOffsets = new Map<string, Map<number, number>>();

function offsetAtBlock(zone: string, block: number): number {
  const offsets = blockOffsets.get(zone) ?? new Map<number, number>();
  blockOffsets.set(zone, offsets);
  const known = offsets.get(block);
  if (known !== undefined) return known;
  const offset = askedOffsetMs(zone, block * blockMs);
  offsets.set(block, offset);
  return offset;
}

function askedOffsetMs(zone: string, epochMs: number): number {
  const parts = formatOf(zone).formatToParts(epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value);
  const wallMs = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wallMs - Math.floor(epochMs / 1000) * 1000;
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
