import { expect, test } from 'vitest';
import { slotCronsOf } from '../../../src/domain/digest-slots.ts';

test.each([
  ['realtime is each minute', { kind: 'realtime' }, ['* * * * *']],
  [
    'each time of each kind of day is one',
    { kind: 'times', weekday: [480, 990], weekend: [600] },
    ['0 8 * * 1-5', '30 16 * * 1-5', '0 10 * * 0,6'],
  ],
  ['a plan without times has none', { kind: 'times', weekday: [], weekend: [] }, []],
  ['a week has one', { kind: 'weekly', day: 0, time: 1439 }, ['59 23 * * 0']],
  ['an expression stays as it is', { kind: 'cron', cron: '0 8 1 * *' }, ['0 8 1 * *']],
] as const)('%s', (_, plan, crons) => {
  expect(slotCronsOf(plan)).toEqual(crons);
});
