import type { DigestPlan, LocalTime, Weekday } from '../domain/channel.ts';
import { localTimeText, readLocalTime } from '../domain/local-time-texts.ts';
import { ok, type Reading, refused } from './reading.ts';

/** The options that say when digests come, as they were written. */
export interface PlanOptions {
  readonly cadence?: string | undefined;
  readonly at?: string | undefined;
  readonly day?: string | undefined;
  readonly weekend?: string | undefined;
}

export const cadences = ['realtime', 'daily', 'twice-daily', 'weekly'] as const;
type Cadence = (typeof cadences)[number];

export const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Cron expressions look at every minute; more times than hours are a mistake. */
const mostTimes = 24;

/** The plan that these options make of the present one. What is not given stays, as far as the cadence has it. */
export function readPlan(options: PlanOptions, present: DigestPlan): Reading<DigestPlan> {
  const { at, day, weekend } = options;
  if (!options.cadence && !at && !day && !weekend) return ok(present);
  const cadence = cadences.find((name) => name === options.cadence) ?? cadenceOf(present, options);
  switch (cadence) {
    case 'realtime':
      if (!at && !day && !weekend) return ok({ kind: 'realtime' });
      return refused(
        'A realtime digest has no times. Leave out at, day and weekend, or write cadence daily.',
      );
    case 'weekly':
      return readWeekly(options, present);
    case 'daily':
    case 'twice-daily':
    case null:
      if (day) return refused('Only a weekly digest has a day. Leave out day, or write cadence weekly.');
      return readTimesPlan(cadence, options, present);
  }
}

/** The cadence that is changed when none is named; `null` for whatever times are written. */
function cadenceOf(present: DigestPlan, { day }: PlanOptions): Cadence | null {
  return present.kind === 'weekly' || day ? 'weekly' : null;
}

function readWeekly(options: PlanOptions, present: DigestPlan): Reading<DigestPlan> {
  if (options.weekend) return refused('A weekly digest has one day and no weekend plan. Leave out weekend.');
  const day = readDay(options, present);
  if (day.kind === 'refused') return day;
  const times = options.at ? readTimes(options.at) : ok(timesOf(present).slice(0, 1));
  if (times.kind === 'refused') return times;
  const [time = standardTimes.daily[0], ...more] = times.value;
  if (more.length > 0) return refused('A weekly digest has one time. Write one, as at 08:00.');
  return ok({ kind: 'weekly', day: day.value, time });
}

function readDay({ cadence, day }: PlanOptions, present: DigestPlan): Reading<Weekday> {
  if (!day) {
    if (present.kind === 'weekly') return ok(present.day);
    return refused('A weekly digest needs its day. Add day, as day Monday.');
  }
  if (!cadence && present.kind !== 'weekly') {
    return refused(`A day belongs to a weekly digest. Write cadence weekly with day ${day}.`);
  }
  const weekday = days.findIndex((name) => name.toLowerCase() === day.toLowerCase());
  return isWeekday(weekday) ? ok(weekday) : refused(`"${day}" is no day. Write one of ${days.join(', ')}.`);
}

function isWeekday(day: number): day is Weekday {
  return day >= 0 && day <= 6;
}

const standardTimes = { daily: [8 * 60], 'twice-daily': [8 * 60, 16 * 60] } as const;
const countOf = { daily: 1, 'twice-daily': 2 } as const;

function readTimesPlan(
  cadence: 'daily' | 'twice-daily' | null,
  { at, weekend }: PlanOptions,
  present: DigestPlan,
): Reading<DigestPlan> {
  const times = at ? readTimes(at) : ok(timesOf(present));
  if (times.kind === 'refused') return times;
  const weekday = fittingTimes(cadence, times.value, at !== undefined);
  if (weekday.kind === 'refused') return weekday;
  const onWeekend = weekend ? readWeekend(weekend, weekday.value) : ok(weekendOf(present, weekday.value));
  return onWeekend.kind === 'refused'
    ? onWeekend
    : ok({ kind: 'times', weekday: weekday.value, weekend: onWeekend.value });
}

/** Times that were not written give way to the cadence's own when they are not as many as it has. */
function fittingTimes(
  cadence: 'daily' | 'twice-daily' | null,
  times: readonly LocalTime[],
  areWritten: boolean,
): Reading<readonly LocalTime[]> {
  if (cadence === null) return ok(times.length > 0 ? times : standardTimes.daily);
  if (times.length === countOf[cadence]) return ok(times);
  if (!areWritten) return ok(standardTimes[cadence]);
  return cadence === 'daily'
    ? refused('A daily digest has one time. Write one, as at 08:00, or cadence twice-daily with two.')
    : refused('A twice-daily digest has two different times. Write both, as at 08:00,16:30.');
}

function readWeekend(text: string, weekday: readonly LocalTime[]): Reading<readonly LocalTime[]> {
  switch (text.toLowerCase()) {
    case 'same':
      return ok(weekday);
    case 'off':
      return ok([]);
  }
  const times = readTimes(text);
  return times.kind === 'ok' ? times : refused(`${times.problem} For weekends, same and off are known too.`);
}

/** A weekend that was as the weekdays stays as they are. */
function weekendOf(present: DigestPlan, weekday: readonly LocalTime[]): readonly LocalTime[] {
  if (present.kind !== 'times') return weekday;
  return String(present.weekend) === String(present.weekday) ? weekday : present.weekend;
}

function timesOf(plan: DigestPlan): readonly LocalTime[] {
  switch (plan.kind) {
    case 'times':
      return plan.weekday;
    case 'weekly':
      return [plan.time];
    case 'realtime':
    case 'cron':
      return [];
  }
}

/** Times with commas between them, each once, in their order of the day. */
function readTimes(text: string): Reading<readonly LocalTime[]> {
  const times = new Set<LocalTime>();
  for (const part of text.split(',')) {
    const time = readLocalTime(part);
    if (time === null) {
      return refused(
        `"${part.trim()}" is no time of day. Write it in 24 hours, as 08:00 or ${localTimeText(990)}.`,
      );
    }
    times.add(time);
  }
  if (times.size <= mostTimes) return ok([...times].sort((a, b) => a - b));
  return refused(`${times.size} times a day are too many. Write at most ${mostTimes}, or cadence realtime.`);
}
