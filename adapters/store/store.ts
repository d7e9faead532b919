import type { ArticleStore } from '../../src/ports/article-store.ts';
import type { Claims } from '../../src/ports/claims.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import type { DigestStore } from '../../src/ports/digest-store.ts';
import type { EntryStore } from '../../src/ports/entry-store.ts';
import type { SentenceIndex } from '../../src/ports/sentence-index.ts';
import type { SourceStore } from '../../src/ports/source-store.ts';

/** The ports that one database serves. */
export interface StorePorts {
  readonly sources: SourceStore;
  readonly entries: EntryStore;
  readonly articles: ArticleStore;
  readonly sentences: SentenceIndex;
  readonly digests: DigestStore;
  readonly deliveries: DeliveryStore;
  readonly claims: Claims;
}

export interface Store extends StorePorts {
  /** Waits for the calls under way, then lets go of the database. A second call does nothing. */
  close(): Promise<void>;
}
