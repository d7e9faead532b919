import { expect, test } from 'vitest';
import { contentTokens, stem } from '../../../../src/domain/text/tokens.ts';

test.each([
  ['ban', 'bans banned banning'],
  ['add', 'adds adding'],
  ['control', 'controls controlled controlling'],
  ['restrict', 'restricts restricted restricting'],
  ['company', 'companies'],
  ['entity', 'entities'],
  ['chip', 'chips'],
  ['license', 'licence licences licenses'],
  ['defense', 'defence'],
  ['organize', 'organise organises'],
  ['sanction', 'sanctions sanctioned'],
])('gives %s and its forms one stem', (word, forms) => {
  const stems = new Set([word, ...forms.split(' ')].map(stem));

  expect([...stems]).toEqual([stem(word)]);
});

test.each([
  ['policy', 'police'],
  ['university', 'universe'],
  ['analysis', 'analyst'],
  ['Paris', 'par'],
])('keeps %s and %s apart', (one, other) => {
  expect(stem(one)).not.toBe(stem(other));
});

test('leaves out words that say nothing', () => {
  expect(contentTokens('It is said that they also made the new chips, according to Huawei')).toEqual([
    'chip',
    'huawei',
  ]);
});

test.each([
  ['U.S. firms', ['usa', 'firm']],
  ['US firms', ['usa', 'firm']],
  ["the US's firms", ['usa', 'firm']],
  ['US-China trade', ['usachina', 'usa', 'china', 'trad']],
  ['it helps us', ['help']],
  ['USB sticks', ['usb', 'stick']],
])('tells the country from the pronoun in %s', (text, tokens) => {
  expect(contentTokens(text)).toEqual(tokens);
});

test.each([
  ['a hyphenated word as a whole and in parts', 'dual-use goods', ['dualus', 'dual', 'use', 'good']],
  ['possessives as the name', 'Huawei’s chips', ['huawei', 'chip']],
  ['numbers without their commas', '1,900,000 chips', ['1900000', 'chip']],
  ['names with digits', '5G and 7nm', ['5g', '7nm']],
  ['full-width letters as plain ones', 'ＺＴＥ', ['zte']],
])('reads %s', (_, text, tokens) => {
  expect(contentTokens(text)).toEqual(tokens);
});

test('cuts Han text into pairs and leaves out those with a particle', () => {
  expect(contentTokens('实体清单的企业')).toEqual(['实体', '体清', '清单', '企业']);
});

test('gives simplified and traditional text the same tokens', () => {
  expect(contentTokens('實體清單的企業被禁運')).toEqual(contentTokens('实体清单的企业被禁运'));
});

test('parts Latin words from the Han text around them', () => {
  expect(contentTokens('華為5G設備')).toEqual(['华为', '5g', '设备']);
});

test('nothing comes of nothing', () => {
  expect(contentTokens(' … 的 ')).toEqual([]);
});
