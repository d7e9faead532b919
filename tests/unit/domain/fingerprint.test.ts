import { expect, test } from 'vitest';
import type { Article } from '../../../src/domain/article.ts';
import { bandsOf, shinglesOf, textHashOf } from '../../../src/domain/fingerprint.ts';
import { articleOf } from '../../contract/store/samples.ts';

const words = Array.from({ length: 160 }, (_, index) => `token${(index * 37) % 160}`);

function withText(text: string): Article {
  return articleOf('a', { text });
}

function sharedBands(a: string, b: string): number {
  const bands = new Set(bandsOf(withText(a)));
  return bandsOf(withText(b)).filter((band) => bands.has(band)).length;
}

test('the hash does not see case, punctuation, spacing and width', () => {
  const one = textHashOf(withText('The List grew: 28 firms.\nＺＴＥ is one.'));

  expect(textHashOf(withText('the list  grew 28 firms — ZTE is one'))).toBe(one);
  expect(textHashOf(withText('the list grew 29 firms ZTE is one'))).not.toBe(one);
});

test('shingles are runs of three content words, each once', () => {
  expect([...shinglesOf('Huawei lost its chip licence. Huawei lost its chip licence.')]).toEqual([
    'huawei lost chip',
    'lost chip licens',
    'chip licens huawei',
    'licens huawei lost',
  ]);
  expect([...shinglesOf('Huawei lost')]).toEqual(['huawei lost']);
});

test('a text with a few words changed shares bands with the first', () => {
  const changed = words.map((word, index) => (index % 40 === 7 ? 'other' : word));

  expect(sharedBands(words.join(' '), changed.join(' '))).toBeGreaterThan(0);
});

test('another text shares none', () => {
  const other = words.map((word) => `un${word}`);

  expect(sharedBands(words.join(' '), other.join(' '))).toBe(0);
});

test('every text has as many bands, and one without words has none', () => {
  expect(bandsOf(withText('华为被列入实体清单'))).toHaveLength(32);
  expect(bandsOf(withText('Huawei'))).toHaveLength(32);
  expect(bandsOf(withText(' … '))).toEqual([]);
});
