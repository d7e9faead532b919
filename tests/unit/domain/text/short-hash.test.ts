import { expect, test } from 'vitest';
import { seededHash, shortHash } from '../../../../src/domain/text/short-hash.ts';

test('is 16 hexadecimal digits, the same for the same text', () => {
  for (const text of ['', 'a', '實體清單', 'x'.repeat(5000)]) {
    expect(shortHash(text)).toMatch(/^[0-9a-f]{16}$/);
    expect(shortHash(text)).toBe(shortHash(text));
  }
});

// Ids of kept articles follow from it: another value would make every kept article a new one.
test('keeps its values from release to release', () => {
  expect(shortHash('Entity List')).toBe('e9725fa31a74f3b6');
});

test('differs for texts that differ a little', () => {
  const texts = Array.from({ length: 5000 }, (_, index) => `article ${index}`);

  expect(new Set([...texts, 'ab', 'ba', 'a', 'b', '', ' '].map(shortHash)).size).toBe(5006);
});

test('the members of the family differ', () => {
  expect(new Set([0, 1, 2, 3].map((seed) => seededHash('text', seed))).size).toBe(4);
});
