import type { KeptArticle } from './story.ts';

/** How common tokens are in all that is known. */
export interface TokenStatistics {
  readonly documentCount: number;
  /** In how many articles a token stands; one that is not listed stands in none. */
  readonly documentFrequency: Readonly<Record<string, number>>;
}

/** What an article is judged against: known articles, with the statistics of all that is known. */
export interface Known extends TokenStatistics {
  readonly articles: readonly KeptArticle[];
}
