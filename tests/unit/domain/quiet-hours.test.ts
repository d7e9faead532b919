import { expect, test } from 'vitest';
import { readLocalTime } from '../../../src/domain/local-time-texts.ts';
import { quietUntilMs } from '../../../src/domain/quiet-hours.ts';

function quietUntil(hours: string, zone: string, now: string): string | null {
  const [from = Number.NaN, until = Number.NaN] = hours.split('-').map(readLocalTime).map(Number);
  const untilMs = quietUntilMs({ from, until }, zone, Date.parse(`${now}Z`));
  return untilMs === null ? null : new Date(untilMs).toISOString().slice(0, 16);
}

/** Hours, zone, an instant, and the end of the quiet hours that hold then; instants in UTC. */
const cases = [
  ['across midnight, in the evening', '22:00-07:00', 'Europe/Berlin', '2026-06-01T20:00', '2026-06-02T05:00'],
  ['across midnight, in the morning', '22:00-07:00', 'Europe/Berlin', '2026-06-02T04:59', '2026-06-02T05:00'],
  ['until is not quiet', '22:00-07:00', 'Europe/Berlin', '2026-06-02T05:00', null],
  ['just before from', '22:00-07:00', 'Europe/Berlin', '2026-06-01T19:59', null],
  ['within a day', '12:00-13:30', 'Asia/Kathmandu', '2026-06-01T06:15', '2026-06-01T07:45'],
  ['within a day, after', '12:00-13:30', 'Asia/Kathmandu', '2026-06-01T07:45', null],
  ['from midnight', '00:00-06:00', 'UTC', '2026-06-01T00:00', '2026-06-01T06:00'],
  ['until midnight', '20:00-00:00', 'UTC', '2026-06-01T23:59', '2026-06-02T00:00'],
  ['a night of spring', '22:00-07:00', 'Europe/Berlin', '2026-03-28T21:00', '2026-03-29T05:00'],
  ['a night of autumn', '22:00-07:00', 'Europe/Berlin', '2026-10-24T20:00', '2026-10-25T06:00'],
  ['a skipped end is the jump', '22:00-02:30', 'Europe/Berlin', '2026-03-29T00:59', '2026-03-29T01:00'],
  ['a skipped begin is the jump', '02:30-05:00', 'Europe/Berlin', '2026-03-29T01:00', '2026-03-29T03:00'],
  ['hours skipped altogether', '02:10-02:50', 'Europe/Berlin', '2026-03-29T01:00', null],
  ['a repeated end, before', '22:00-02:30', 'Europe/Berlin', '2026-10-25T00:29', '2026-10-25T00:30'],
  ['a repeated end, shown again', '22:00-02:30', 'Europe/Berlin', '2026-10-25T01:15', null],
  ['a repeated begin holds through', '02:30-05:00', 'Europe/Berlin', '2026-10-25T01:10', '2026-10-25T04:00'],
  ['two hours of jump', '23:00-02:00', 'Antarctica/Troll', '2026-03-29T00:30', '2026-03-29T01:00'],
  ['a night with a day left out', '22:00-08:00', 'Pacific/Apia', '2011-12-30T09:00', '2011-12-30T18:00'],
  ['a day left out', '12:00-13:00', 'Pacific/Apia', '2011-12-30T10:00', null],
  ['midnight left out', '00:00-06:00', 'America/Sao_Paulo', '2018-11-04T03:00', '2018-11-04T08:00'],
  ['an evening shown again', '23:30-06:00', 'America/Sao_Paulo', '2018-02-18T02:10', '2018-02-18T09:00'],
  ['clocks back over midnight', '00:00-06:00', 'America/St_Johns', '2010-11-07T02:45', '2010-11-07T09:30'],
] as const;

test.each(cases)('%s: %s in %s at %sZ', (_, hours, zone, now, until) => {
  expect(quietUntil(hours, zone, now)).toBe(until);
});

test('without quiet hours it is never quiet', () => {
  expect(quietUntilMs(null, 'Europe/Berlin', Date.parse('2026-06-01T02:00Z'))).toBe(null);
});
