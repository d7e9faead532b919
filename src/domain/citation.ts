import type { Moment } from './moment.ts';

/** The place in a document that a sentence rests on. `quote` is verbatim text of it. */
export interface Citation {
  readonly articleId: string;
  readonly url: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedAt: Moment;
  readonly quote: string;
  /** A shipped note is cited as "note on PUBLISHER, DATE", never in quotation marks. */
  readonly isNote: boolean;
}

/** A sentence with all it rests on; one without citations is never shown. */
export interface CitedSentence {
  readonly text: string;
  readonly citations: readonly Citation[];
}
