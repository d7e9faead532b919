import { expect, test } from 'vitest';
import { foldedText, nameFinder } from '../../../src/commands/find-names.ts';
import { holdsWords } from '../../../src/commands/holds-words.ts';

const names = [['Norway bars ZTE'], ['Norway asks Huawei', '華為'], ['A court rules']].map(foldedText);

test('letter after letter finds what the whole word finds at once', () => {
  const typing = nameFinder(names);
  const sentence = 'norway asks 华为 zte';

  for (let length = 0; length <= sentence.length; length += 1) {
    const words = sentence.slice(0, length);
    expect(typing(words)).toEqual(nameFinder(names)(words));
  }
  expect(typing(sentence)).toEqual([1, 0]);
});

test('a finder forgets words after some, and finds the same', () => {
  const find = nameFinder(names);
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') find(letter);

  expect(find('huawei norway')).toEqual([1, 0]);
});

test('a text holds words that all stand in it, whatever their order and case', () => {
  expect(holdsWords(['Watch W7', 'U1'], 'u1 watch')).toBe(true);
  expect(holdsWords(['Watch W7', 'U1'], 'u2 watch')).toBe(false);
  expect(holdsWords(['Watch W7'], undefined)).toBe(true);
});
