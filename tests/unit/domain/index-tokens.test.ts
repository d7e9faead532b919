import { expect, test } from 'vitest';
import { indexTokens, isMark, isQuantity } from '../../../src/domain/index-tokens.ts';
import { sampleLexicon } from '../../fakes/sample-topic.ts';

function marksOf(text: string): string[] {
  return indexTokens(text, sampleLexicon).filter(isMark);
}

test('holds words, entities and quantities', () => {
  expect(indexTokens('Huawei paid $10 billion', sampleLexicon)).toEqual([
    'huawei',
    'paid',
    '10',
    'billion',
    '@huawei',
    'q:10000000000',
  ]);
});

test('the marks of one fact are the same in every language and script', () => {
  const marks = new Set(marksOf('Huawei joins the Entity List in 2019, $10 billion at stake'));

  expect(new Set(marksOf('華為2019年被列入實體清單，涉及100億美元'))).toEqual(marks);
  expect(new Set(marksOf('华为2019年被列入实体清单，涉及100亿美元'))).toEqual(marks);
});

test('a range has both its ends', () => {
  expect(marksOf('a delay of two to three years')).toEqual(['q:2', 'q:3']);
});

test('a small number without a unit is no mark', () => {
  expect(marksOf('There were 3, 12 and 40.')).toEqual(['q:40']);
});

test.each([
  ['@huawei', true, false],
  ['q:28', true, true],
  ['2019', true, false],
  ['1899', false, false],
  ['28', false, false],
  ['huawei', false, false],
])('%s: mark %s, quantity %s', (token, mark, quantity) => {
  expect(isMark(token)).toBe(mark);
  expect(isQuantity(token)).toBe(quantity);
});
