/**
 * What is watched for. Latin terms match whole words (inflected forms are listed by the topic's author or
 * written with a trailing `*`); terms with Han, Hiragana, Katakana or Hangul match as substrings.
 */
export interface Topic {
  readonly id: string;
  readonly name: string;
  /** Relevance from which an article is kept, 0 to 1. */
  readonly threshold: number;
  readonly termGroups: readonly TermGroup[];
  readonly entities: readonly TopicEntity[];
  readonly nearMisses: readonly NearMiss[];
}

/** Terms that carry one weight; a group's name stands in the reasons. A negative weight speaks against the topic. */
export interface TermGroup {
  readonly name: string;
  readonly weight: number;
  /** Terms of such a group count only where an entity stands in the same or the next sentence. */
  readonly nearEntity: boolean;
  readonly terms: readonly string[];
}

/** A party, body, list, law or place, with all the names it goes by in any script. */
export interface TopicEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: 'company' | 'agency' | 'person' | 'place' | 'list' | 'law' | 'product' | 'concept';
  /** 0 where the name alone says nothing of the topic; the entity then serves only to tell events apart. */
  readonly weight: number;
  readonly aliases: readonly string[];
}

/** A phrase that looks like a term and means something else; the term inside it does not count. */
export interface NearMiss {
  readonly phrase: string;
  readonly reason: string;
}

/** One ground for or against relevance, such that a person can check it in the text. */
export interface RelevanceReason {
  readonly kind: 'term' | 'entity' | 'near_miss' | 'against';
  /** The words as the topic writes them. */
  readonly text: string;
  readonly where: 'title' | 'lead' | 'body';
  readonly points: number;
}

export interface Relevance {
  /** 0 to 1. */
  readonly score: number;
  readonly isRelevant: boolean;
  readonly reasons: readonly RelevanceReason[];
  readonly ruleVersion: string;
}
