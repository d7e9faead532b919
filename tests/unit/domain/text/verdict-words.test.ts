import { expect, test } from 'vitest';
import { verdictCounts, verdictTag } from '../../../../src/domain/text/verdict-words.ts';

test('names each verdict that is told', () => {
  expect([verdictTag('new'), verdictTag('update'), verdictTag('contradicts')]).toEqual([
    'NEW',
    'UPDATE',
    'CONTRADICTS',
  ]);
});

test('counts the verdicts that occur, in the right number', () => {
  const stories = (['update', 'new', 'update', 'contradicts'] as const).map((verdict) => ({ verdict }));

  expect(verdictCounts(stories)).toBe('1 new · 2 updates · 1 contradiction');
  expect(verdictCounts([{ verdict: 'contradicts' }, { verdict: 'contradicts' }])).toBe('2 contradictions');
  expect(verdictCounts([])).toBe('');
});
