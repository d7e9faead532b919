import { expect, test } from 'vitest';
import { createSchedule } from '../../../../adapters/cron/cron-schedule.ts';

const schedule = createSchedule();
const minuteMs = 60_000;

/** Every slot that somebody sees who looks from time to time, as instants in UTC to the minute. */
function slotsSeen(cron: string, zone: string, look: { from: string; to: string; everyMinutes: number }) {
  const seen: string[] = [];
  const stepMs = look.everyMinutes * minuteMs;
  for (let nowMs = Date.parse(look.from); nowMs <= Date.parse(look.to); nowMs += stepMs) {
    const slot = new Date(schedule.latestSlotMs(cron, zone, nowMs)).toISOString().slice(0, 16);
    if (seen.at(-1) !== slot) seen.push(slot);
  }
  return seen;
}

test('a slot is seen from its own instant on, and not before', () => {
  const slot = Date.parse('2026-11-23T07:00:00Z');

  expect(schedule.latestSlotMs('0 8 * * 1-5', 'Europe/Berlin', slot)).toBe(slot);
  expect(schedule.latestSlotMs('0 8 * * 1-5', 'Europe/Berlin', slot - 1)).toBe(
    Date.parse('2026-11-20T07:00Z'),
  );
});

// What each local day's only digest is on, across the days on which the clocks change.
const changes = [
  ['at 8, Berlin in spring', '0 8 * * *', 'Europe/Berlin', '2026-03-28T07:00', '2026-03-29T06:00'],
  ['at 8, Berlin in autumn', '0 8 * * *', 'Europe/Berlin', '2026-10-24T06:00', '2026-10-25T07:00'],
  ['skipped, Berlin', '30 2 * * *', 'Europe/Berlin', '2026-03-28T01:30', '2026-03-29T01:00'],
  ['repeated, Berlin', '30 2 * * *', 'Europe/Berlin', '2026-10-24T00:30', '2026-10-25T00:30'],
  ['skipped, New York', '30 2 * * *', 'America/New_York', '2026-03-07T07:30', '2026-03-08T07:00'],
  ['repeated, New York', '30 1 * * *', 'America/New_York', '2026-10-31T05:30', '2026-11-01T05:30'],
  ['skipped, Lord Howe', '15 2 * * *', 'Australia/Lord_Howe', '2026-10-02T15:45', '2026-10-03T15:30'],
  ['repeated, Lord Howe', '45 1 * * *', 'Australia/Lord_Howe', '2026-04-03T14:45', '2026-04-04T14:45'],
  ['midnight skipped, Santiago', '0 0 * * *', 'America/Santiago', '2026-09-05T04:00', '2026-09-06T04:00'],
] as const;

test.each(changes)('each local day has exactly one digest: %s', (_, cron, zone, dayBefore, day) => {
  const to = new Date(Date.parse(`${dayBefore}Z`) + 47 * 60 * minuteMs).toISOString();

  const seen = slotsSeen(cron, zone, { from: `${dayBefore}Z`, to, everyMinutes: 15 });

  expect(seen.slice(0, 2)).toEqual([dayBefore, day]);
  const localDays = seen.map((slot) => new Date(`${slot}Z`).toLocaleDateString('sv', { timeZone: zone }));
  expect(new Set(localDays).size).toBe(localDays.length);
});

test('each local day of a whole year has exactly one digest', () => {
  const seen = slotsSeen('30 2 * * *', 'Europe/Berlin', {
    from: '2026-01-01T02:00Z',
    to: '2026-12-31T14:00Z',
    everyMinutes: 720,
  });

  const days = seen.map((slot) =>
    new Date(`${slot}Z`).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' }),
  );
  expect(days).toHaveLength(365);
  expect(new Set(days).size).toBe(365);
});

test('time that goes on never leads to an earlier slot', () => {
  const seen = slotsSeen('*/20 * * * *', 'Europe/Berlin', {
    from: '2026-10-24T23:00Z',
    to: '2026-10-25T03:00Z',
    everyMinutes: 5,
  });

  expect(seen).toEqual([...seen].sort());
});

const goodExpressions = [
  '0 8 * * 1-5',
  '*/5 * * * *',
  '0 8 * * MON-FRI',
  '15,45 6-20/2 1 jan *',
  '0 0 29 2 *',
];

test.each(goodExpressions)('has nothing against %s', (cron) => {
  expect(schedule.problemOf(cron, 'Europe/Berlin')).toBe(null);
});

const badExpressions = [
  ['0 8 * *', 'has five fields'],
  ['0 0 8 * * *', 'has five fields'],
  ['', 'has five fields'],
  ['@daily', 'has five fields'],
  ['0 25 * * *', '25'],
  ['*/0 * * * *', '0'],
  ['0 8 L * *', 'part L'],
  ['H 8 * * *', 'part H'],
  ['0 8 * * foo', 'part foo'],
  ['0 8 30 2 *', 'never comes'],
] as const;

test.each(badExpressions)('says what is wrong with "%s"', (cron, part) => {
  expect(schedule.problemOf(cron, 'UTC')).toContain(part);
});

test('says what is wrong with a zone', () => {
  expect(schedule.problemOf('0 8 * * *', 'Berlin')).toContain('no time zone Berlin');
  expect(schedule.problemOf('0 8 * * *', '+02:00')).toContain('bare offset');
});
