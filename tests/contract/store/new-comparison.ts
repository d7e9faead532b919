import type { Comparison } from '../../../src/domain/comparison.ts';

/** Of an article of which one sentence was not known before. */
export const newComparison: Comparison = {
  verdict: 'new',
  storyId: null,
  newFacts: [{ quote: 'First sentence.', sentenceIndex: 0 }],
  conflicts: [],
  comparedWith: [],
  duplicateOf: null,
  ruleVersion: 'compare/1',
};
