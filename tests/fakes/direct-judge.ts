import { compare } from '../../src/collect/compare.ts';
import type { Judge } from '../../src/collect/judge.ts';
import { prepare } from '../../src/collect/prepare.ts';
import type { TopicLexicon } from '../../src/domain/topic-lexicon.ts';

/** Judges at once, in the thread of the test. */
export function directJudge(lexicon: TopicLexicon): Judge {
  return {
    prepare: async (raw) => prepare(raw, lexicon),
    compare: async (article, known) => compare(article, known, lexicon),
  };
}
