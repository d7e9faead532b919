import { expect, test } from 'vitest';
import { readIsoMoment, unknownMoment } from '../../../../src/domain/moment.ts';
import { namedDays } from '../../../../src/domain/text/weekdays.ts';

/** A Wednesday. */
const published = readIsoMoment('2020-07-15', 'given');

function daysOf(text: string): (string | null)[] {
  return namedDays(text, published).map(({ dayMs }) =>
    dayMs === null ? null : new Date(dayMs).toISOString().slice(0, 10),
  );
}

test.each([
  ['It said so on Monday.', '2020-07-13'],
  ['It said so Wednesday.', '2020-07-15'],
  ['It said so on Thursday.', '2020-07-09'],
  ['By Sunday it was over.', '2020-07-12'],
  ['商务部周二宣布', '2020-07-14'],
  ['商務部週五宣布', '2020-07-10'],
  ['商务部本周三宣布', '2020-07-15'],
  ['星期天', '2020-07-12'],
  ['礼拜一', '2020-07-13'],
])('resolves %s', (text, day) => {
  expect(daysOf(text)).toEqual([day]);
});

test.each([
  'next Friday',
  'last Friday',
  'every Monday',
  'each Monday',
  'this coming Friday',
  'Mondays',
  '下周一',
  '上週五',
  '下个周五',
  '上個星期三',
  '每周三',
  '一周三次',
])('finds no day of the past week in %s', (text) => {
  expect(daysOf(text)).toEqual([]);
});

test('counts from the day of an instant, whatever its time', () => {
  const [day] = namedDays('on Wednesday', readIsoMoment('2020-07-15T23:59:00Z', 'feed'));

  expect(day?.dayMs).toBe(Date.UTC(2020, 6, 15));
});

test('knows the weekday but no day when the day of publication is unknown', () => {
  const moments = [unknownMoment, readIsoMoment('2020-07', 'text'), readIsoMoment('2020', 'text')];

  for (const moment of moments) {
    expect(namedDays('on Friday', moment)).toEqual([{ weekday: 5, dayMs: null, start: 0 }]);
  }
});

test('finds each of several days', () => {
  expect(daysOf('Sunday and Monday')).toEqual(['2020-07-12', '2020-07-13']);
});
