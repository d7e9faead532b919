import type { LocalTime, QuietHours } from './channel.ts';
import { instantOfWallTime, wallTimeMs } from './local-time.ts';
import { dayMs } from './moment.ts';

const minuteMs = 60_000;

/**
 * The end (epoch milliseconds) of the quiet hours that hold at `nowMs`, `null` when it is not quiet. Both ends are
 * wall times like any other: one that the clocks skip is at their jump, and of one shown twice the first showing
 * counts, so that quiet hours which ended do not begin again when the clocks are set back.
 */
export function quietUntilMs(quiet: QuietHours | null, zone: string, nowMs: number): number | null {
  if (!quiet) return null;
  const today = Math.floor(wallTimeMs(zone, nowMs) / dayMs) * dayMs;
  const nights = quiet.until < quiet.from ? dayMs : 0;
  const instantOf = (day: number, time: LocalTime) => instantOfWallTime(zone, day + time * minuteMs);
  let untilMs = nowMs;
  // Those of yesterday may last until now; those of tomorrow begin now where clocks go back from just after midnight.
  for (const day of [today - dayMs, today, today + dayMs]) {
    const endMs = instantOf(day + nights, quiet.until);
    const holds = untilMs < endMs && instantOf(day, quiet.from) <= untilMs;
    if (holds) untilMs = endMs;
  }
  return untilMs > nowMs ? untilMs : null;
}
