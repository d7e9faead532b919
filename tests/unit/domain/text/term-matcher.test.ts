import { expect, test } from 'vitest';
import { createTermMatcher, prepareForMatching } from '../../../../src/domain/text/term-matcher.ts';

/** The places where the term stands in the text, as they are written there once it is prepared. */
function placesOf(term: string, text: string): string[] {
  const prepared = prepareForMatching(text);
  return createTermMatcher([term])
    .find(prepared)
    .map(({ start, end }) => prepared.slice(start, end));
}

test.each([
  ['ban', 'A ban, urban bans, BAN-list', ['ban', 'BAN']],
  ['licen*', 'Licences, unlicensed, LICENSING', ['Licences', 'LICENSING']],
  ['broadcast* licens*', 'a broadcasting license', ['broadcasting license']],
  ['export control*', 'Export\n  controls', ['Export\n  controls']],
  ['U.K.', 'The U.K. and the UK', ['U.K.']],
  ['Sec. 889', 'Sec. 889, sec 889, Sec. 8890', ['Sec. 889']],
  ['AT&T', 'AT&T said', ['AT&T']],
  ["driver's license*", 'driver’s licenses', ["driver's licenses"]],
  ['c++ (old)', 'in c++ (old) code', ['c++ (old)']],
])('finds %s as a whole word in "%s"', (term, text, places) => {
  expect(placesOf(term, text)).toEqual(places);
});

test('a term in capitals is found in capitals only', () => {
  expect(placesOf('US', 'The US told us, US-made, USA')).toEqual(['US', 'US']);
  expect(placesOf('BIS', 'bis Bis BIS')).toEqual(['BIS']);
});

test.each([
  ['實體清單', '被列入实体清单后', ['实体清单']],
  ['实体清单', '被列入實體清單後', ['实体清单']],
  ['华为', '華為华为公司', ['华为', '华为']],
  ['5G网络', '英國5G網絡', ['5G网络']],
])('finds %s anywhere in %s, in either script', (term, text, places) => {
  expect(placesOf(term, text)).toEqual(places);
});

test.each([
  ['FCC', '美國FCC宣布'],
  ['ZTE', 'ZTE和Huawei'],
  ['Huawei', '对Huawei的限制'],
  ['5G', '採用5G技術'],
])('finds the Latin term %s beside Han: %s', (term, text) => {
  expect(placesOf(term, text)).toEqual([term]);
});

test('a prefix does not run on into Han text', () => {
  expect(placesOf('licen*', '申请license许可')).toEqual(['license']);
});

test('finds overlapping terms, each with its number', () => {
  const matches = createTermMatcher(['Entity List', 'list', '华为', '华为技术']).find('Entity List 华为技术');

  expect(matches).toHaveLength(4);
  expect(new Set(matches.map(({ term }) => term))).toEqual(new Set([0, 1, 2, 3]));
});

test('unifies width, apostrophes and script', () => {
  expect(prepareForMatching('ＺＴＥ’s 實體')).toBe("ZTE's 实体");
});

test('finds nothing without terms or text', () => {
  expect(createTermMatcher([]).find('text')).toEqual([]);
  expect(placesOf('ban', '')).toEqual([]);
});
