import { expect, test } from 'vitest';
import { readIsoMoment, unknownMoment } from '../../../../src/domain/moment.ts';
import {
  dayText,
  momentText,
  storyMomentText,
  wallClockText,
} from '../../../../src/domain/text/moment-text.ts';
import type { Language } from '../../../../src/domain/words/words.ts';
import { wordsOf } from '../../../../src/domain/words/words-of.ts';
import { storyDocument } from '../../../fixtures/documents.ts';

const english = wordsOf('en');

const momentsIn: readonly (readonly [Language, readonly string[]])[] = [
  ['en', ['4 Jul 2024, 09:05 UTC', '4 Jul 2024', 'Jul 2024', '2024']],
  ['de', ['4. Juli 2024, 09:05 UTC', '4. Juli 2024', 'Juli 2024', '2024']],
  ['zh', ['2024年7月4日 09:05 UTC', '2024年7月4日', '2024年7月', '2024年']],
];

test.each(momentsIn)('shows a moment in %s no finer than it is known', (language, texts) => {
  const shown = ['2024-07-04T09:05:00Z', '2024-07-04', '2024-07', '2024'].map((iso) =>
    momentText(readIsoMoment(iso, 'given'), wordsOf(language)),
  );

  expect(shown).toEqual(texts);
});

const unknownIn: readonly (readonly [Language, string])[] = [
  ['en', 'date unknown'],
  ['de', 'Datum unbekannt'],
  ['zh', '日期不明'],
];

test.each(unknownIn)('says in %s that a date is unknown', (language, text) => {
  const words = wordsOf(language);

  expect(momentText(unknownMoment, words)).toBe(text);
  expect(dayText({ epochMs: 0, precision: 'unknown', basis: 'none' }, words)).toBe(text);
});

test('leaves out the time of day where a day is enough', () => {
  expect(dayText(readIsoMoment('2024-07-04T23:59:00Z', 'feed'), english)).toBe('4 Jul 2024');
});

test('shows a wall clock in its zone, daylight saving included', () => {
  const winter = Date.UTC(2025, 10, 22, 23, 30);
  const summer = Date.UTC(2025, 5, 22, 22, 0);

  expect(wallClockText(winter, 'Europe/Berlin', english)).toBe('Sun 23 Nov 2025, 00:30');
  expect(wallClockText(summer, 'Europe/Berlin', english)).toBe('Mon 23 Jun 2025, 00:00');
  expect(wallClockText(winter, 'UTC', english)).toBe('Sat 22 Nov 2025, 23:30');
  expect(() => wallClockText(winter, 'Europe/Nowhere', english)).toThrow(RangeError);
});

test('shows a wall clock in German and in Chinese', () => {
  const atMs = Date.UTC(2025, 10, 22, 7, 0);

  expect(wallClockText(atMs, 'Europe/Berlin', wordsOf('de'))).toBe('Sa, 22. Nov. 2025, 08:00');
  expect(wallClockText(atMs, 'Asia/Shanghai', wordsOf('zh'))).toBe('2025年11月22日 周六 15:00');
});

const revisedIn: readonly (readonly [Language, string, string])[] = [
  ['en', '20 Nov 2025', '20 Nov 2025 · revised 2026-07-03 00:05 (Europe/Berlin)'],
  ['de', '20. Nov. 2025', '20. Nov. 2025 · überarbeitet am 2026-07-03 00:05 (Europe/Berlin)'],
  ['zh', '2025年11月20日', '2025年11月20日 · 修订于 2026-07-03 00:05 (Europe/Berlin)'],
];

test.each(revisedIn)(
  'says in %s when a story was revised, on the clock of the zone',
  (language, first, later) => {
    const posted = storyDocument();
    const revised = { atMs: Date.UTC(2026, 6, 2, 22, 5), zone: 'Europe/Berlin' };

    expect(storyMomentText(posted, wordsOf(language))).toBe(first);
    expect(storyMomentText({ ...posted, revised }, wordsOf(language))).toBe(later);
  },
);
