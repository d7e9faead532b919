import { expect, test } from 'vitest';
import { canonicalUrl } from '../../../../src/domain/text/canonical-url.ts';

test.each([
  ['http://www.example.com/a/?utm_source=x&id=7#top', 'https://example.com/a?id=7'],
  ['https://m.example.com/a/amp/', 'https://example.com/a'],
  ['https://example.com/a/index.html', 'https://example.com/a'],
  ['https://example.com/?b=2&a=1', 'https://example.com?a=1&b=2'],
  ['https://example.com:443//a//b', 'https://example.com/a/b'],
  ['https://EXAMPLE.com/A', 'https://example.com/A'],
])('%s and %s are one article', (address, expected) => {
  expect(canonicalUrl(address)).toBe(expected);
});

test.each([
  ['javascript:alert(1)'],
  ['data:text/html,x'],
  ['https://user:pass@example.com/'],
  ['mailto:a@b.c'],
  [''],
  [null],
])('%s is no address of an article', (address) => {
  expect(canonicalUrl(address)).toBeNull();
});
