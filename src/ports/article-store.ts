import type { Article, ArticleKind } from '../domain/article.ts';
import type { Comparison } from '../domain/comparison.ts';
import type { KeptArticle } from '../domain/story.ts';
import type { Relevance } from '../domain/topic.ts';

/** What candidates are looked up by. Everything here was computed from the article by rules of the domain. */
export interface ComparisonProbe {
  readonly canonicalUrl: string | null;
  readonly textHash: string;
  /** Keys of the near-duplicate bands (MinHash); an article that shares one is a candidate. */
  readonly bands: readonly string[];
  /** The article's most telling tokens, for full-text search. */
  readonly tokens: readonly string[];
  /** Articles published (or, undated, kept) within `windowMs` of this moment are candidates; `null` for none. */
  readonly aroundMs: number | null;
  readonly windowMs: number;
}

export interface Candidates {
  /** Changes whenever an article is kept; `keep` refuses a decision made on another version. */
  readonly corpusVersion: number;
  /**
   * `Known` (src/domain/known.ts) as JSON text, with the frequency of every token of the probe and of the candidates.
   * It is megabytes, made in the store's thread and read in the judge's: as an object it would hold the main loop.
   */
  readonly knownJson: string;
}

/** The decision to keep an article: everything that is committed with it in one transaction. */
export interface KeepDecision {
  readonly article: Article;
  readonly relevance: Relevance | null;
  readonly comparison: Comparison | null;
  /** Existing or new; `null` for an article without a story (seeds and notes). */
  readonly storyId: string | null;
  readonly keptAtMs: number;
  readonly canonicalUrl: string | null;
  readonly textHash: string;
  readonly bands: readonly string[];
  /** Tokens of each sentence, parallel to `article.sentences`, for the sentence index. */
  readonly sentenceTokens: readonly (readonly string[])[];
  readonly titleTokens: readonly string[];
  /** The pending entry that this settles, `null` when it did not come from a source. */
  readonly entryId: number | null;
  /** As read with the candidates; `null` when nothing was compared. */
  readonly corpusVersion: number | null;
}

export type KeepOutcome =
  | { readonly kind: 'kept'; readonly sequence: number }
  /** Another article was kept since the candidates were read: compare again. */
  | { readonly kind: 'stale' }
  /** An article with this id is there already; its entry is settled all the same. */
  | { readonly kind: 'known' };

export interface ArticleStore {
  candidates(probe: ComparisonProbe): Promise<Candidates>;
  keep(decision: KeepDecision): Promise<KeepOutcome>;
  /** Kept articles in the order of keeping; of the given kinds, all of them without; kept at `sinceMs` or later. */
  list(filter: {
    kinds: readonly ArticleKind[];
    sinceMs: number;
    limit: number;
  }): Promise<readonly KeptArticle[]>;
  /** The latest kept article with this id or this canonical address; `null` when there is none. */
  find(idOrUrl: string): Promise<KeptArticle | null>;
}
