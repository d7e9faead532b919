import { expect, test } from 'vitest';
import { quantitiesIn } from '../../../../src/domain/text/quantities.ts';

test.each<[string, number, string]>([
  ['a fine of 1.9 billion', 1.9e9, ''],
  ['$5.6bn', 5.6e9, 'usd'],
  ['US$3.5 million', 3.5e6, 'usd'],
  ['5 million dollars', 5e6, 'usd'],
  ['USD 5 million', 5e6, 'usd'],
  ['£2bn', 2e9, 'gbp'],
  ['€4.3bn', 4.3e9, 'eur'],
  ['HK$7.8 trillion', 7.8e12, 'hkd'],
  ['C$10 million', 1e7, 'cad'],
  ['3.2 billion yuan', 3.2e9, 'cny'],
  ['10億美元', 1e9, 'usd'],
  ['１０亿美元', 1e9, 'usd'],
  ['5万元', 5e4, 'cny'],
  ['28 per cent', 28, 'percent'],
  ['28 percent', 28, 'percent'],
  ['28%', 28, 'percent'],
  ['1,000 workers', 1000, 'worker'],
  ['thirty-five firms', 35, 'firm'],
  ['a 90-day licence', 90, 'day'],
  ['three years', 3, 'year'],
  ['3年', 3, 'year'],
  ['70 of its affiliates', 70, 'affiliat'],
])('reads %s', (text, value, unit) => {
  expect(quantitiesIn(text)).toMatchObject([{ value, upTo: value, unit, isRough: false }]);
});

test.each([
  'two to three years',
  '2-3 years',
  '2–3 years',
  'between 2 and 3 years',
  'between two and three years',
])('reads the range %s', (text) => {
  expect(quantitiesIn(text)).toMatchObject([{ value: 2, upTo: 3, unit: 'year' }]);
});

test.each([
  '$4-5 billion',
  '$4 billion to $5 billion',
  'between $4 billion and $5 billion',
  '40亿至50亿美元',
  '40亿美元到50亿美元',
])('reads the range of money %s', (text) => {
  expect(quantitiesIn(text)).toMatchObject([{ value: 4e9, upTo: 5e9, unit: 'usd' }]);
});

test('reads two figures of two times as two', () => {
  const found = quantitiesIn('It rose from $4 billion to $5 billion.');

  expect(found.map(({ value, upTo }) => [value, upTo])).toEqual([
    [4e9, 4e9],
    [5e9, 5e9],
  ]);
});

test('reads two figures that "and" joins as two', () => {
  const found = quantitiesIn('It named 12 firms and 30 persons.');

  expect(found.map(({ value, unit }) => [value, unit])).toEqual([
    [12, 'firm'],
    [30, 'person'],
  ]);
});

test.each([
  '5G networks',
  '7nm chips',
  'the 4th report',
  'Section 889',
  'sections 744',
  'Part 744',
  'No. 4',
  '15 CFR 744.16',
  '84 FR 22961',
  'Pub. L. 115-232',
  '§ 744.11',
  '第744條',
  'July 14',
  'July 14, 2019',
  '14 July 2019',
  '10月14日',
  'in 2019',
  'the 2019 rule',
  'at 5 pm',
  'Covid19',
  'one of the firms',
])('finds no quantity in %s', (text) => {
  expect(quantitiesIn(text)).toEqual([]);
});

test.each(['about 70 firms', 'up to 70 firms', 'nearly 70 firms', 'more than 70 firms', '約70家', '逾70家'])(
  'takes %s for rough',
  (text) => {
    expect(quantitiesIn(text)).toMatchObject([{ value: 70, isRough: true }]);
  },
);

test('writes one amount as one number, whatever its magnitude', () => {
  const values = ['2.3亿人民币', '230 million yuan', '0.23 billion yuan'].map(
    (text) => quantitiesIn(text)[0]?.value,
  );

  expect(values).toEqual([230_000_000, 230_000_000, 230_000_000]);
});

test('offsets are those of the text as it stands', () => {
  const text = '他说……罚款１０亿美元，另有28家企业。';

  const found = quantitiesIn(text);

  expect(found.map(({ start }) => text.slice(start, start + 2))).toEqual(['１０', '28']);
});

test.each([
  ['1 entity', '36 entities'],
  ['one company', '70 of its companies'],
  ['a 1-year ban', 'three years'],
  ['1 licence', '12 licenses'],
])('the units of "%s" and "%s" are one', (singular, plural) => {
  const [one, many] = [singular, plural].map((text) => quantitiesIn(text)[0]?.unit);

  expect(one).toBeTruthy();
  expect(one).toBe(many);
});
