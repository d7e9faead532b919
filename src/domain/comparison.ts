import type { Citation } from './citation.ts';

/** What an article is against all that is known. */
export type Verdict = 'off_topic' | 'repeat' | 'update' | 'new' | 'contradicts';

/** A sentence of an article that states something not known before; `quote` is verbatim text of the article. */
export interface Fact {
  readonly quote: string;
  /** Index into the article's sentences. */
  readonly sentenceIndex: number;
}

/** Two statements that cannot both hold. Both quotes are verbatim. */
export interface Conflict {
  readonly about: 'figure' | 'date' | 'weekday';
  readonly quote: string;
  readonly known: Citation;
}

export interface ComparedWith {
  readonly articleId: string;
  readonly url: string | null;
  readonly title: string;
  /** 0 to 1. */
  readonly similarity: number;
}

/** The outcome of comparing an article with what is known. */
export interface Comparison {
  readonly verdict: Exclude<Verdict, 'off_topic'>;
  /** The story it belongs to, `null` when it begins one. */
  readonly storyId: string | null;
  readonly newFacts: readonly Fact[];
  readonly conflicts: readonly Conflict[];
  readonly comparedWith: readonly ComparedWith[];
  /** The article whose text this one carries again, if there is one. */
  readonly duplicateOf: string | null;
  readonly ruleVersion: string;
}
