import type { Moment } from './moment.ts';

/** One item of a source as it came, before its page is read. All texts are plain, without markup. */
export interface Entry {
  /** The feed's own id, else the link, else a hash of title and date: the same item has the same key again. */
  readonly key: string;
  /** Absolute http(s) address of the page, `null` when the feed gives none. */
  readonly url: string | null;
  readonly title: string;
  readonly publishedAt: Moment;
  readonly summary: string;
  /** The article's full text where the feed carries it, else empty. */
  readonly content: string;
}

/** What became of reading a feed's text. One bad entry is counted and named, and never loses the feed. */
export type FeedReading =
  | {
      readonly kind: 'read';
      readonly title: string;
      readonly lang: string | null;
      readonly entries: readonly Entry[];
      /** A sentence for each entry that could not be used. */
      readonly dropped: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** What became of reading a page. */
export type PageReading =
  | {
      readonly kind: 'read';
      readonly title: string | null;
      readonly publisher: string | null;
      readonly publishedAt: Moment;
      readonly lang: string | null;
      readonly canonicalUrl: string | null;
      readonly imageUrl: string | null;
      readonly text: string;
    }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** An entry that waits to be read, with the source that brought it. */
export interface PendingEntry {
  readonly entryId: number;
  readonly sourceId: string;
  readonly entry: Entry;
  readonly attempts: number;
}
