import type { Article } from '../domain/article.ts';

export interface SentenceHit {
  readonly article: Article;
  readonly sentenceIndex: number;
  /** Full-text rank of the sentence, higher is better. Comparable within one answer only. */
  readonly rank: number;
}

export interface SentenceSearch {
  readonly hits: readonly SentenceHit[];
  /** Number of sentences in the index, and in how many of them each token of the query stands. */
  readonly sentenceCount: number;
  readonly sentenceFrequency: Readonly<Record<string, number>>;
}

/** Full-text search over the sentences of all that is known. Tokens are those of the domain's tokenizer. */
export interface SentenceIndex {
  search(query: { tokens: readonly string[]; limit: number }): Promise<SentenceSearch>;
}
