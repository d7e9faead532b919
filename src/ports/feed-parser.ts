import type { FeedReading } from '../domain/entry.ts';

export interface FeedBytes {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  /** Relative links resolve against it. */
  readonly url: string;
}

/** Reads RSS, Atom, RDF and JSON Feed. Never throws for what a feed holds. */
export interface FeedParser {
  parse(feed: FeedBytes): Promise<FeedReading>;
}
