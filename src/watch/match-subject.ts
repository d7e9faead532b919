import type { SourceTier } from '../domain/article.ts';
import type { Comparison } from '../domain/comparison.ts';
import type { KeptArticle } from '../domain/story.ts';
import { createSearchText, type SearchText } from './search-text.ts';

/** An article made ready for matching, once for all watches. */
export interface MatchSubject {
  /** Title and text. */
  readonly whole: SearchText;
  /** What was not known before: all of a new story, else the quotes of new facts and of conflicts. */
  readonly news: SearchText;
  readonly hasNews: boolean;
  /** `null` for an article that was compared with nothing. */
  readonly verdict: Comparison['verdict'] | null;
  readonly tier: SourceTier;
  /** BCP 47 primary language. */
  readonly lang: string;
}

export function matchSubjectOf(
  kept: Pick<KeptArticle, 'article' | 'comparison' | 'relevance'>,
): MatchSubject {
  const { article, comparison } = kept;
  const whole = createSearchText(`${article.title}\n${article.text}`);
  const quotes = [...(comparison?.newFacts ?? []), ...(comparison?.conflicts ?? [])].map(
    ({ quote }) => quote,
  );
  const isNew = comparison?.verdict === 'new';
  return {
    whole,
    news: isNew ? whole : createSearchText(quotes.join('\n')),
    hasNews: isNew || quotes.length > 0,
    verdict: comparison?.verdict ?? null,
    tier: article.tier,
    lang: article.lang,
  };
}
