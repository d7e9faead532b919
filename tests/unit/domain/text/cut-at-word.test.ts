import { expect, test } from 'vitest';
import { cutAtWord } from '../../../../src/domain/text/cut-at-word.ts';

test.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['one two three four', 12, 'one two…'],
  ['one two three four', 14, 'one two three…'],
  ['a', 1, 'a'],
  ['unbroken-text-of-some-length', 10, 'unbroken-…'],
  ['美国商务部将华为列入实体清单', 8, '美国商务部将华…'],
  ['😀😀😀😀😀', 6, '😀😀…'],
])('%j in %d characters is %j', (text, maxChars, expected) => {
  const cut = cutAtWord(text, maxChars);

  expect(cut).toBe(expected);
  expect(cut.length).toBeLessThanOrEqual(maxChars);
  expect(cut.isWellFormed()).toBe(true);
});
