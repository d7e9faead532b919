import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { joiner, padTo, wrap } from '../../../../adapters/console/wrap.ts';

test('wraps at spaces and breaks no word that fits a line', () => {
  expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
});

test('breaks a word that is longer than the line', () => {
  expect(wrap('a abcdefghij b', 4)).toEqual(['a', 'abcd', 'efgh', 'ij b']);
});

test('wraps Han text between characters, two columns each, and never before closing punctuation', () => {
  expect(wrap('出口管制新规，今日生效', 12)).toEqual(['出口管制新', '规，今日生效']);
});

test('keeps a citation with the word before it', () => {
  expect(wrap(`they were told.${joiner}[1] More`, 14)).toEqual(['they were', 'told. [1] More']);
  expect(wrap(`今日生效${joiner}[1]`, 9)).toEqual(['今日生', '效 [1]']);
});

test('pads by columns, not by characters', () => {
  expect(padTo('制', 4)).toBe('制  ');
});

test('keeps every line within its width and every character', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab cd，。出口管制 éñ👍'), maxLength: 200 });
  const property = fc.property(text, fc.integer({ min: 6, max: 40 }), (words, width) => {
    const lines = wrap(words, width);

    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
    expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
  });

  fc.assert(property, { numRuns: 300, seed: 20251122 });
});
