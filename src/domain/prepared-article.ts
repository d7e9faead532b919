import type { Article } from './article.ts';
import type { Relevance } from './topic.ts';

/** An article made ready to be compared, found and kept; all of it follows from the article and the topic. */
export interface PreparedArticle {
  readonly article: Article;
  readonly relevance: Relevance;
  readonly canonicalUrl: string | null;
  readonly textHash: string;
  /** Keys of the near-duplicate bands. */
  readonly bands: readonly string[];
  readonly titleTokens: readonly string[];
  /** Parallel to the article's sentences. */
  readonly sentenceTokens: readonly (readonly string[])[];
}
