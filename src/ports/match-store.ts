import type { KeptArticle } from '../domain/story.ts';
import type { WatchHit } from '../domain/watch.ts';

/** Articles that were not matched against the watches yet, in the order of keeping. Seeds and notes are never matched. */
export interface Unmatched {
  readonly cursor: number;
  /** The cursor after these articles. */
  readonly upTo: number;
  readonly articles: readonly KeptArticle[];
}

/** The cursor of the watch room over what was kept. */
export interface MatchStore {
  unmatched(limit: number): Promise<Unmatched>;
  /**
   * Hits and cursor as one. `stale` when another process moved the cursor. A hit that is
   * there already is left as it is, and one of a watch that is gone, or of an article kept before the watch was made, is
   * left out.
   */
  commit(matched: {
    cursor: number;
    upTo: number;
    hits: readonly WatchHit[];
  }): Promise<'committed' | 'stale'>;
}
