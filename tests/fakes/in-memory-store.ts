import type { Store } from '../../adapters/store/store.ts';
import { inMemoryArticles } from './in-memory-articles.ts';
import { inMemoryClaims } from './in-memory-claims.ts';
import { inMemoryDeliveries } from './in-memory-deliveries.ts';
import { inMemoryDigests } from './in-memory-digests.ts';
import { inMemoryEntries } from './in-memory-entries.ts';
import { inMemorySentences } from './in-memory-sentences.ts';
import { inMemorySources } from './in-memory-sources.ts';
import { emptyState } from './in-memory-state.ts';

/** A working store without a disk: the same contract suite runs on it and on SQLite. */
export function inMemoryStore(): Store {
  const state = emptyState();
  return {
    sources: inMemorySources(state),
    entries: inMemoryEntries(state),
    articles: inMemoryArticles(state),
    sentences: inMemorySentences(state),
    digests: inMemoryDigests(state),
    deliveries: inMemoryDeliveries(state),
    claims: inMemoryClaims(state),
    close: async () => {},
  };
}
