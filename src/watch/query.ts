import type { SourceTier } from '../domain/article.ts';
import type { Verdict } from '../domain/comparison.ts';
import type { LinearPattern } from '../ports/regex-engine.ts';
import type { LegalCitation } from './read-citations.ts';

export type Query = AndQuery | OrQuery | NotQuery | Leaf;

export interface AndQuery {
  readonly kind: 'and';
  /** Two or more, none of them an AND of its own. */
  readonly parts: readonly Query[];
}

export interface OrQuery {
  readonly kind: 'or';
  /** Two or more, none of them an OR of its own. */
  readonly parts: readonly Query[];
}

export interface NotQuery {
  readonly kind: 'not';
  readonly part: Query;
}

/** A condition of its own. `written` is the text as the person wrote it, for explanations. */
export type Leaf = TextLeaf | TraitLeaf;

export function isLeaf(query: Query): query is Leaf {
  return query.kind !== 'and' && query.kind !== 'or' && query.kind !== 'not';
}

/** A leaf that stands in the text of an article. */
export type TextLeaf =
  /** Words next to each other, compared by stem. */
  | { readonly kind: 'words'; readonly written: string; readonly stems: readonly string[] }
  /** Text with Han, kana or Hangul, in the form of `foldForSubstring`. */
  | { readonly kind: 'substring'; readonly written: string; readonly text: string }
  | {
      readonly kind: 'regex';
      readonly written: string;
      readonly source: string;
      readonly pattern: LinearPattern;
    }
  | {
      readonly kind: 'entity';
      readonly written: string;
      readonly entityId: string;
      readonly aliases: readonly string[];
    }
  | { readonly kind: 'cite'; readonly written: string; readonly citation: LegalCitation }
  /** A description in plain words. The weights add up to 1. */
  | { readonly kind: 'about'; readonly written: string; readonly tokens: readonly WeightedToken[] };

/** A leaf that is a property of the article as a whole. */
export type TraitLeaf =
  | { readonly kind: 'verdict'; readonly written: string; readonly verdict: Exclude<Verdict, 'off_topic'> }
  | { readonly kind: 'tier'; readonly written: string; readonly tier: SourceTier }
  | { readonly kind: 'lang'; readonly written: string; readonly lang: string };

export interface WeightedToken {
  readonly token: string;
  /** Share of the description that this token is, 0 to 1. */
  readonly weight: number;
}
