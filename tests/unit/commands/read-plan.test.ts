import { expect, test } from 'vitest';
import { type PlanOptions, readPlan } from '../../../src/commands/read-plan.ts';
import type { DigestPlan } from '../../../src/domain/channel.ts';

const eight = 8 * 60;
const four = 16 * 60;
const everyDay: DigestPlan = { kind: 'times', weekday: [eight], weekend: [eight] };
const onWorkdays: DigestPlan = { kind: 'times', weekday: [eight], weekend: [] };
const mondays: DigestPlan = { kind: 'weekly', day: 1, time: eight };
const byCron: DigestPlan = { kind: 'cron', cron: '0 8 * * 1-5' };

test.each<[string, DigestPlan, PlanOptions, DigestPlan]>([
  ['nothing given keeps the plan', byCron, {}, byCron],
  ['realtime has no times', everyDay, { cadence: 'realtime' }, { kind: 'realtime' }],
  ['daily keeps the one time that there is', onWorkdays, { cadence: 'daily' }, onWorkdays],
  ['daily begins at eight', byCron, { cadence: 'daily' }, everyDay],
  [
    'twice daily begins at eight and four',
    everyDay,
    { cadence: 'twice-daily' },
    { kind: 'times', weekday: [eight, four], weekend: [eight, four] },
  ],
  [
    'times are sorted, and each counts once',
    everyDay,
    { at: '16:00, 8:00,16:00' },
    { kind: 'times', weekday: [eight, four], weekend: [eight, four] },
  ],
  [
    'a weekend without a digest stays so',
    onWorkdays,
    { at: '16:00' },
    { kind: 'times', weekday: [four], weekend: [] },
  ],
  ['the weekend is turned off', everyDay, { weekend: 'off' }, onWorkdays],
  ['the weekend becomes as the week', onWorkdays, { weekend: 'same' }, everyDay],
  [
    'the weekend has times of its own',
    everyDay,
    { weekend: '10:00' },
    { kind: 'times', weekday: [eight], weekend: [600] },
  ],
  [
    'weekly has its day and the time that there was',
    everyDay,
    { cadence: 'weekly', day: 'monday' },
    { kind: 'weekly', day: 1, time: eight },
  ],
  ['a weekly plan keeps its day', mondays, { at: '16:00' }, { kind: 'weekly', day: 1, time: four }],
  ['a weekly plan gets another day', mondays, { day: 'Sunday' }, { kind: 'weekly', day: 0, time: eight }],
  ['times end a cron expression', byCron, { at: '08:00' }, everyDay],
])('%s', (_, present, options, expected) => {
  expect(readPlan(options, present)).toEqual({ kind: 'ok', value: expected });
});

test.each<[string, DigestPlan, PlanOptions, string]>([
  [
    'a time that no clock shows',
    everyDay,
    { at: '25:00' },
    '"25:00" is no time of day. Write it in 24 hours, as 08:00',
  ],
  ['words for a time', everyDay, { at: 'noon' }, 'as 08:00'],
  ['a wrong time among right ones', everyDay, { at: '08:00,8' }, '"8" is no time of day'],
  ['weekly without a day', everyDay, { cadence: 'weekly' }, 'Add day, as day Monday.'],
  ['a day that there is not', everyDay, { cadence: 'weekly', day: 'Mo' }, 'Write one of Sunday, Monday'],
  ['a day without weekly', everyDay, { day: 'Monday' }, 'Write cadence weekly with day Monday.'],
  ['a day of a daily digest', everyDay, { cadence: 'daily', day: 'Monday' }, 'Leave out day'],
  ['two times a week', mondays, { at: '08:00,16:00' }, 'Write one, as at 08:00.'],
  ['a weekend of a weekly digest', mondays, { weekend: 'off' }, 'Leave out weekend.'],
  ['two times of a daily digest', everyDay, { cadence: 'daily', at: '08:00,16:00' }, 'cadence twice-daily'],
  ['one time of two', everyDay, { cadence: 'twice-daily', at: '08:00' }, 'Write both, as at 08:00,16:30.'],
  ['times of a realtime digest', everyDay, { cadence: 'realtime', at: '08:00' }, 'Leave out at'],
  ['a weekend that is no time', everyDay, { weekend: 'later' }, 'same and off are known too'],
])('%s is refused with what to write instead', (_, present, options, telling) => {
  expect(readPlan(options, present)).toEqual({ kind: 'refused', problem: expect.stringContaining(telling) });
});
