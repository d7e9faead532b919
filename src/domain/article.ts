import type { Moment } from './moment.ts';

/** How near a source stands to the event: the controlling document itself, reporting, or opinion on it. */
export type SourceTier = 'primary' | 'wire' | 'commentary';

/**
 * `report` came from a source; `seed` was imported by the operator; `note` is a shipped text in our own
 * words about a publisher's report, and is never cited in quotation marks as that publisher's words.
 */
export type ArticleKind = 'report' | 'seed' | 'note';

/** A document as it is known. `text` is plain, without furniture, paragraphs parted by a line break. */
export interface Article {
  readonly id: string;
  /** Canonical http(s) address, `null` for a document that has none. */
  readonly url: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedAt: Moment;
  /** BCP 47 primary language, `und` when it cannot be told. */
  readonly lang: string;
  readonly kind: ArticleKind;
  readonly tier: SourceTier;
  readonly sourceId: string | null;
  /** Of the picture that its page gives (see `pictureAddress`); absent in an article kept by an earlier version. */
  readonly imageUrl?: string | null;
  readonly text: string;
  /** The text cut into sentences, each verbatim text of the document. */
  readonly sentences: readonly string[];
}

/** What is given of a document before it is cleaned and cut into sentences. */
export interface RawArticle {
  readonly url: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedAt: Moment;
  readonly lang: string | null;
  readonly kind: ArticleKind;
  readonly tier: SourceTier;
  readonly sourceId: string | null;
  readonly imageUrl: string | null;
  readonly text: string;
}
