import type { DigestPlan, LocalTime, Weekday } from './channel.ts';

/** Reads a time of 24 hours (`08:00`, `8:00`); `null` for anything else, `24:00` and `25:00` among it. */
export function readLocalTime(text: string): LocalTime | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** `08:00`, as `readLocalTime` reads it. */
export function localTimeText(time: LocalTime): string {
  const twoDigits = (count: number) => String(count).padStart(2, '0');
  return `${twoDigits(Math.floor(time / 60))}:${twoDigits(time % 60)}`;
}

/** When digests come, to stand after a verb: `at 08:00 and 16:30 on weekdays, at 10:00 on weekends`. */
export function planText(plan: DigestPlan): string {
  switch (plan.kind) {
    case 'realtime':
      return 'as soon as there is something to tell';
    case 'times':
      return timesText(atTimes(plan.weekday), atTimes(plan.weekend));
    case 'weekly':
      return `at ${localTimeText(plan.time)} on ${dayNames[plan.day]}`;
    case 'cron':
      return `by the cron expression ${plan.cron}`;
  }
}

const dayNames = {
  0: 'Sundays',
  1: 'Mondays',
  2: 'Tuesdays',
  3: 'Wednesdays',
  4: 'Thursdays',
  5: 'Fridays',
  6: 'Saturdays',
} as const satisfies Record<Weekday, string>;

const list = new Intl.ListFormat('en', { type: 'conjunction' });

function atTimes(times: readonly LocalTime[]): string | null {
  const texts = [...new Set(times)].sort((a, b) => a - b).map(localTimeText);
  return texts.length > 0 ? `at ${list.format(texts)}` : null;
}

function timesText(weekday: string | null, weekend: string | null): string {
  if (weekday && weekday === weekend) return `${weekday} every day`;
  const parts = [weekday && `${weekday} on weekdays`, weekend && `${weekend} on weekends`];
  return parts.filter((part) => part !== null).join(', ') || 'never';
}

/** A sentence that says why this is no IANA zone name and what to write, `null` when it is one. */
export function zoneProblem(zone: string): string | null {
  if (zone.trim() === '') return 'The time zone is missing; write one as Europe/Berlin or UTC.';
  if (/^[+-]/.test(zone)) {
    return `The zone ${zone} is a bare offset, which knows no daylight saving; name a place, as Europe/Berlin.`;
  }
  if (isZone(zone)) return null;
  return `There is no time zone ${zone}; write ${placeLike(zone) ?? 'one as Europe/Berlin or UTC'}.`;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The zone whose place, or whole name but for its punctuation, is what was written. */
function placeLike(written: string): string | null {
  const wanted = lettersOf(written.slice(written.lastIndexOf('/') + 1));
  const whole = lettersOf(written);
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    zones.find((zone) => lettersOf(zone) === whole) ??
    zones.find((zone) => lettersOf(zone.slice(zone.lastIndexOf('/') + 1)) === wanted) ??
    null
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
