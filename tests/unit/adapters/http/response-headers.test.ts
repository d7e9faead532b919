import { expect, test } from 'vitest';
import { freshForMs, retryAfterMs, validatorsOf } from '../../../../adapters/http/response-headers.ts';

const nowMs = Date.UTC(2026, 2, 10, 12, 0, 0);

test.each([
  ['120', 120_000],
  ['Tue, 10 Mar 2026 12:05:00 GMT', 300_000],
  ['Tuesday, 10-Mar-26 12:05:00 GMT', 300_000],
  ['Tue Mar 10 12:05:00 2026', 300_000],
  ['Tue, 10 Mar 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['2026-03-10', null],
])('Retry-After %s is %s ms', (value, expected) => {
  expect(retryAfterMs({ 'retry-after': value }, nowMs)).toBe(expected);
});

test.each([
  [{ 'cache-control': 'public, max-age=600' }, 600_000],
  [{ 'cache-control': 'max-age=600', age: '100', expires: '0' }, 500_000],
  [{ 'cache-control': 's-maxage=600' }, null],
  [{ expires: 'Tue, 10 Mar 2026 12:10:00 GMT' }, 600_000],
  [{ expires: 'Tue, 10 Mar 2026 12:10:00 GMT', date: 'Tue, 10 Mar 2026 12:09:00 GMT' }, 60_000],
  [{ expires: '0' }, 0],
  [{ 'cache-control': 'no-cache' }, null],
  [{}, null],
])('an answer with %j is fresh for %s ms', (headers, expected) => {
  expect(freshForMs(headers, nowMs)).toBe(expected);
});

test('an empty validator is none', () => {
  expect(validatorsOf({ etag: '', 'last-modified': ' x' })).toEqual({ etag: null, lastModified: ' x' });
});
