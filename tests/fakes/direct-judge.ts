import { createArticleFeatures } from '../../src/collect/compare/article-features.ts';
import { compare } from '../../src/collect/compare.ts';
import type { Judge } from '../../src/collect/judge.ts';
import { prepare } from '../../src/collect/prepare.ts';
import type { Known } from '../../src/domain/known.ts';
import type { TopicLexicon } from '../../src/domain/topic-lexicon.ts';

/** Judges at once, in the thread of the test. */
export function directJudge(lexicon: TopicLexicon): Judge {
  const features = createArticleFeatures(lexicon);
  return {
    prepare: async (raw) => prepare(raw, lexicon),
    compare: async (article, knownJson) => compare(article, JSON.parse(knownJson) as Known, features),
  };
}
