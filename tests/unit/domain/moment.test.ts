import { expect, test } from 'vitest';
import { daysBetween, isoOfMoment, readIsoMoment, unknownMoment } from '../../../src/domain/moment.ts';

test.each([
  ['2024', 'year', '2024-01-01T00:00:00Z'],
  ['2024-07', 'month', '2024-07-01T00:00:00Z'],
  [' 2024-07-04 ', 'day', '2024-07-04T00:00:00Z'],
  ['2024-07-04T09:00:00Z', 'instant', '2024-07-04T09:00:00Z'],
  ['2024-07-04 09:00+02:00', 'instant', '2024-07-04T07:00:00Z'],
  ['2024-02-29', 'day', '2024-02-29T00:00:00Z'],
])('reads %s as a %s', (text, precision, instant) => {
  expect(readIsoMoment(text, 'given')).toEqual({ epochMs: Date.parse(instant), precision, basis: 'given' });
});

test.each([
  null,
  undefined,
  '',
  '2024-02-31',
  '2023-02-29',
  '2024-13',
  '2024-7-4',
  '2024-07-04T09:00:00',
  '2024-07-04T25:00Z',
  'July 4, 2024',
])('refuses %s', (text) => {
  expect(readIsoMoment(text, 'given')).toBe(unknownMoment);
});

test.each(['2024', '2024-07', '2024-07-04', '2024-07-04T09:00:00.000Z'])(
  'writes %s as it was read',
  (iso) => {
    expect(isoOfMoment(readIsoMoment(iso, 'given'))).toBe(iso);
  },
);

test('an unknown moment has no text and no distance', () => {
  const known = readIsoMoment('2024', 'given');

  expect(isoOfMoment(unknownMoment)).toBeNull();
  expect(daysBetween(known, unknownMoment)).toBeNull();
  expect(daysBetween(unknownMoment, known)).toBeNull();
});

test('distance has parts of days and no direction', () => {
  const noon = readIsoMoment('2024-07-04T12:00:00Z', 'given');
  const later = readIsoMoment('2024-07-06', 'given');

  expect(daysBetween(noon, later)).toBe(1.5);
  expect(daysBetween(later, noon)).toBe(1.5);
});
