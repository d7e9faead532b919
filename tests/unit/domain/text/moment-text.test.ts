import { expect, test } from 'vitest';
import { readIsoMoment, unknownMoment } from '../../../../src/domain/moment.ts';
import {
  dayText,
  momentText,
  storyMomentText,
  wallClockText,
} from '../../../../src/domain/text/moment-text.ts';
import { storyDocument } from '../../../fixtures/documents.ts';

test('shows a moment no finer than it is known', () => {
  const shown = ['2024-07-04T09:05:00Z', '2024-07-04', '2024-07', '2024'].map((iso) =>
    momentText(readIsoMoment(iso, 'given')),
  );

  expect(shown).toEqual(['4 Jul 2024, 09:05 UTC', '4 Jul 2024', 'Jul 2024', '2024']);
});

test('says that a date is unknown', () => {
  expect(momentText(unknownMoment)).toBe('date unknown');
  expect(dayText({ epochMs: 0, precision: 'unknown', basis: 'none' })).toBe('date unknown');
});

test('leaves out the time of day where a day is enough', () => {
  expect(dayText(readIsoMoment('2024-07-04T23:59:00Z', 'feed'))).toBe('4 Jul 2024');
});

test('shows a wall clock in its zone, daylight saving included', () => {
  const winter = Date.UTC(2025, 10, 22, 23, 30);
  const summer = Date.UTC(2025, 5, 22, 22, 0);

  expect(wallClockText(winter, 'Europe/Berlin')).toBe('Sun 23 Nov 2025, 00:30');
  expect(wallClockText(summer, 'Europe/Berlin')).toBe('Mon 23 Jun 2025, 00:00');
  expect(wallClockText(winter, 'UTC')).toBe('Sat 22 Nov 2025, 23:30');
});

test('says when a story was revised, on the clock of the zone', () => {
  const posted = storyDocument();
  const revised = { atMs: Date.UTC(2026, 6, 2, 22, 5), zone: 'Europe/Berlin' };

  expect(storyMomentText(posted)).toBe('20 Nov 2025');
  expect(storyMomentText({ ...posted, revised })).toBe(
    '20 Nov 2025 · revised 2026-07-03 00:05 (Europe/Berlin)',
  );
});
