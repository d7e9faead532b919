import type { KeptArticle } from '../../../src/domain/story.ts';
import type { Watch } from '../../../src/domain/watch.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryChannels } from '../../fakes/in-memory-channels.ts';
import { emptyState, type InMemoryState } from '../../fakes/in-memory-state.ts';
import { inMemoryMatches, inMemoryWatches } from '../../fakes/in-memory-watches.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { sampleTools } from './query-samples.ts';

/** The watch room's ports over an empty store, and what stands in it. */
export function watchDesk(watches: readonly Watch[], articles: readonly KeptArticle[] = []) {
  const state = emptyState();
  for (const watch of watches) {
    state.watches.set(watch.id, watch);
    state.watchesSince.set(watch.id, 0);
  }
  for (const article of articles) keepIn(state, article);
  const log = new RecordingLog();
  const clock = new FixedClock('2024-03-05T08:00:00Z');
  const tools = {
    matches: inMemoryMatches(state),
    watches: inMemoryWatches(state),
    channels: inMemoryChannels(state),
    queryTools: sampleTools,
    breathe: async () => undefined,
    clock,
    log,
  };
  return { state, log, clock, tools };
}

/** Keeps it as the next article, whatever its own sequence says. */
export function keepIn(state: InMemoryState, kept: KeptArticle): void {
  const { article, relevance, comparison, storyId, keptAtMs } = kept;
  const indexed = { textHash: article.id, bands: [], sentenceTokens: [], titleTokens: [] };
  const source = { canonicalUrl: article.url, entryId: null, corpusVersion: null };
  const decision = { article, relevance, comparison, storyId, keptAtMs, ...indexed, ...source };
  state.articles.push({ sequence: state.articles.length + 1, decision });
}
