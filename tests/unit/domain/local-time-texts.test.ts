import { expect, test } from 'vitest';
import { localTimeText, planText, readLocalTime, zoneProblem } from '../../../src/domain/local-time-texts.ts';

test.each([
  ['08:00', 480],
  ['8:00', 480],
  [' 23:59 ', 1439],
  ['00:00', 0],
])('reads %s', (text, time) => {
  expect(readLocalTime(text)).toBe(time);
});

test.each(['25:00', '24:00', '8', '8:5', '08:60', '8am', '08:00:00', '-1:00', ''])(
  'does not read "%s"',
  (text) => {
    expect(readLocalTime(text)).toBe(null);
  },
);

test('every time of a day is read as it is written', () => {
  const times = Array.from({ length: 1440 }, (_, time) => time);

  expect(times.map(localTimeText).map(readLocalTime)).toEqual(times);
});

test.each([
  ['as soon as there is something to tell', { kind: 'realtime' }],
  [
    'at 08:00 and 16:30 on weekdays, at 10:00 on weekends',
    { kind: 'times', weekday: [990, 480], weekend: [600] },
  ],
  ['at 08:00 every day', { kind: 'times', weekday: [480], weekend: [480] }],
  ['at 08:00 on weekdays', { kind: 'times', weekday: [480], weekend: [] }],
  ['at 10:00 on weekends', { kind: 'times', weekday: [], weekend: [600] }],
  ['never', { kind: 'times', weekday: [], weekend: [] }],
  ['at 09:05 on Mondays', { kind: 'weekly', day: 1, time: 545 }],
  ['by the cron expression 0 8 1 * *', { kind: 'cron', cron: '0 8 1 * *' }],
] as const)('says %s', (text, plan) => {
  expect(planText(plan)).toBe(text);
});

test.each(['Europe/Berlin', 'UTC', 'Asia/Kolkata', 'America/Argentina/Ushuaia'])(
  'has nothing against %s',
  (zone) => {
    expect(zoneProblem(zone)).toBe(null);
  },
);

test.each([
  ['Berlin', 'There is no time zone Berlin; write Europe/Berlin.'],
  ['new york', 'There is no time zone new york; write America/New_York.'],
  ['Germany/Berlin', 'There is no time zone Germany/Berlin; write Europe/Berlin.'],
  ['Europe-Berlin', 'There is no time zone Europe-Berlin; write Europe/Berlin.'],
  ['Mars/Olympus', 'There is no time zone Mars/Olympus; write one as Europe/Berlin or UTC.'],
  [
    '+02:00',
    'The zone +02:00 is a bare offset, which knows no daylight saving; name a place, as Europe/Berlin.',
  ],
  [' ', 'The time zone is missing; write one as Europe/Berlin or UTC.'],
])('says what to write instead of "%s"', (zone, sentence) => {
  expect(zoneProblem(zone)).toBe(sentence);
});
