import { expect, test } from 'vitest';
import { verdictCounts, verdictTag } from '../../../../src/domain/text/verdict-words.ts';
import type { Language } from '../../../../src/domain/words/words.ts';
import { wordsOf } from '../../../../src/domain/words/words-of.ts';

const verdicts = ['new', 'update', 'contradicts'] as const;

const tagsIn: readonly (readonly [Language, readonly string[]])[] = [
  ['en', ['NEW', 'UPDATE', 'CONTRADICTS']],
  ['de', ['NEU', 'UPDATE', 'WIDERSPRUCH']],
  ['zh', ['新消息', '更新', '矛盾']],
];

test.each(tagsIn)('names each verdict that is told in %s', (language, tags) => {
  expect(verdicts.map((verdict) => verdictTag(verdict, wordsOf(language)))).toEqual(tags);
});

const stories = (['update', 'new', 'update', 'contradicts'] as const).map((verdict) => ({ verdict }));
const doubts = [{ verdict: 'contradicts' }, { verdict: 'contradicts' }, { verdict: 'update' }] as const;

const countsIn: readonly (readonly [Language, string, string])[] = [
  ['en', '1 new · 2 updates · 1 contradiction', '1 update · 2 contradictions'],
  ['de', '1 neu · 2 Updates · 1 Widerspruch', '1 Update · 2 Widersprüche'],
  ['zh', '1 条新消息 · 2 条更新 · 1 条矛盾报道', '1 条更新 · 2 条矛盾报道'],
];

test.each(countsIn)(
  'counts the verdicts that occur in %s, in the right number',
  (language, mixed, doubtful) => {
    const words = wordsOf(language);

    expect(verdictCounts(stories, words)).toBe(mixed);
    expect(verdictCounts(doubts, words)).toBe(doubtful);
    expect(verdictCounts([], words)).toBe('');
  },
);
