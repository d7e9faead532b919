import { expect, test } from 'vitest';
import { instantOfWallTime, wallTimeMs } from '../../../src/domain/local-time.ts';

/** Zone, what the wall shows, and the instant (UTC) at which it first does, from the zone's rules worked out by hand. */
const hardTimes = [
  // +1 becomes +2 at 01:00Z, and +1 again at 01:00Z.
  ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59'],
  ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:00'],
  ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00'],
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30'],
  ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00'],
  // -5 becomes -4 at 07:00Z; -4 becomes -5 at 06:00Z.
  ['America/New_York', '2026-03-08T02:15', '2026-03-08T07:00'],
  ['America/New_York', '2026-11-01T01:15', '2026-11-01T05:15'],
  ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00'],
  // Half an hour: +10:30 becomes +11 at 15:30Z, +11 becomes +10:30 at 15:00Z.
  ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-03T15:30'],
  ['Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30'],
  ['Australia/Lord_Howe', '2026-04-05T01:40', '2026-04-04T14:40'],
  ['Australia/Lord_Howe', '2026-04-05T02:00', '2026-04-04T15:30'],
  // The whole of 30 December 2011 was left out: -10 became +14 at its midnight.
  ['Pacific/Apia', '2011-12-29T23:59', '2011-12-30T09:59'],
  ['Pacific/Apia', '2011-12-30T08:00', '2011-12-30T10:00'],
  ['Pacific/Apia', '2011-12-31T08:00', '2011-12-30T18:00'],
  ['Asia/Kathmandu', '2026-06-01T08:00', '2026-06-01T02:15'],
  // Until 2011 the clocks changed at one minute past midnight: back to 23:01 of the day before.
  ['America/St_Johns', '2010-11-07T00:00', '2010-11-07T02:30'],
  ['America/St_Johns', '2010-11-06T23:30', '2010-11-07T02:00'],
  ['America/St_Johns', '2010-11-07T00:01', '2010-11-07T03:31'],
  // Back from +1 to +0 for Ramadan at 02:00Z, and forward after it.
  ['Africa/Casablanca', '2025-02-23T02:30', '2025-02-23T01:30'],
  ['Africa/Casablanca', '2025-04-06T02:30', '2025-04-06T02:00'],
  // Midnight of 22 March was left out: +3:30 became +4:30 at 20:30Z.
  ['Asia/Tehran', '2022-03-22T00:00', '2022-03-21T20:30'],
  ['Asia/Tehran', '2022-03-22T08:00', '2022-03-22T03:30'],
  // Two hours: +0 becomes +2 at 01:00Z.
  ['Antarctica/Troll', '2026-03-29T01:30', '2026-03-29T01:00'],
  ['Antarctica/Troll', '2026-10-25T02:30', '2026-10-25T00:30'],
  // The law calls winter the exception there; the clocks are London's.
  ['Europe/Dublin', '2026-03-29T01:30', '2026-03-29T01:00'],
  ['Europe/Dublin', '2026-10-25T01:30', '2026-10-25T00:30'],
  // Midnight of 4 November was left out: -3 became -2 at 03:00Z. In February 23:00 came twice.
  ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00'],
  ['America/Sao_Paulo', '2018-02-17T23:30', '2018-02-18T01:30'],
  ['America/Sao_Paulo', '2018-02-18T00:00', '2018-02-18T03:00'],
  // +2 became +3 at midnight of the last Friday of April.
  ['Africa/Cairo', '2023-04-28T00:30', '2023-04-27T22:00'],
  // +12:45 becomes +13:45 at 14:00Z, and back at 14:00Z.
  ['Pacific/Chatham', '2026-09-27T03:00', '2026-09-26T14:00'],
  ['Pacific/Chatham', '2026-04-05T03:00', '2026-04-04T13:15'],
  // For good: -4:30 became -4 at 07:00Z.
  ['America/Caracas', '2016-05-01T02:45', '2016-05-01T07:00'],
  // For good: +8:30 became +9 at 15:00Z, and half an hour before midnight was left out.
  ['Asia/Pyongyang', '2018-05-04T23:45', '2018-05-04T15:00'],
  ['Asia/Pyongyang', '2015-08-14T23:45', '2015-08-14T14:45'],
] as const;

test.each(hardTimes)('%s shows %s at %sZ', (zone, wall, instant) => {
  const found = instantOfWallTime(zone, Date.parse(`${wall}Z`));

  expect(new Date(found).toISOString().slice(0, 16)).toBe(instant);
});

test.each([
  ['Europe/Berlin', '2026-10-25T00:59:59Z', '2026-10-25T02:59:59Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:29:59Z', '2026-10-04T01:59:59Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-10-04T02:30:00Z'],
  ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29T23:59:59Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31T00:00:00Z'],
])('the wall in %s changes at the very second: %s', (zone, instant, wall) => {
  expect(wallTimeMs(zone, Date.parse(instant))).toBe(Date.parse(wall));
});
