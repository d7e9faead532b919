import type { KeptArticle } from '../domain/story.ts';
import type { Watch, WatchHit } from '../domain/watch.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { MatchStore } from '../ports/match-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { judgeHit } from './judge-hit.ts';
import { matchSubjectOf } from './match-subject.ts';
import { type ParsedQuery, parseQuery, type QueryTools } from './parse-query.ts';
import type { Query } from './query.ts';
import { createWatchIndex, type WatchIndex } from './watch-index.ts';

export interface WatchRoomTools {
  readonly matches: MatchStore;
  readonly watches: WatchStore;
  readonly queryTools: QueryTools;
  readonly clock: Clock;
  readonly log: Log;
  /** Lets other work go on: reading the queries of very many watches takes seconds. */
  readonly breathe: () => Promise<void>;
}

/** What one run did. */
export interface WatchRun {
  readonly articles: number;
  readonly hits: number;
}

export interface WatchRoom {
  /** Matches every article that was kept since the last run. */
  run(): Promise<WatchRun>;
}

/** Matching a batch holds the main loop; between batches others get their turn. */
const batchArticles = 50;
/** More words explain a match no better. */
const mostMatchedWords = 12;

/** The watch room, which keeps the index over the watches from run to run while their queries are the same. */
export function createWatchRoom(tools: WatchRoomTools): WatchRoom {
  let known: IndexedWatches = {
    watches: [],
    parsed: new Map(),
    queries: new Map(),
    index: createWatchIndex([]),
  };
  return {
    async run() {
      const done = { articles: 0, hits: 0 };
      for (;;) {
        const batch = await tools.matches.unmatched(batchArticles);
        if (batch.upTo === batch.cursor) return done;
        // Read after the articles: a watch made before one of them was kept must not be overlooked.
        const watches = await tools.watches.list();
        if (!isIndexed(known, watches)) known = await indexWatches(watches, known, tools);
        const hits = hitsOf(batch.articles, known, watches, tools.clock.nowMs());
        const outcome = await tools.matches.commit({ cursor: batch.cursor, upTo: batch.upTo, hits });
        // Another process matched these meanwhile; what it left comes with the next reading.
        if (outcome === 'stale') continue;
        done.articles += batch.articles.length;
        done.hits += hits.length;
      }
    },
  };
}

interface IndexedWatches {
  /** The watches as they were indexed, those that were left out among them. */
  readonly watches: readonly Watch[];
  /** By the text of a query, so that a change of one watch reads one query. */
  readonly parsed: ReadonlyMap<string, ParsedQuery>;
  /** By watch. */
  readonly queries: ReadonlyMap<string, Query>;
  readonly index: WatchIndex;
}

/** Only ids and queries are in the index; the rest of a watch is read anew and may change freely. */
function isIndexed({ watches: indexed }: IndexedWatches, watches: readonly Watch[]): boolean {
  return (
    indexed.length === watches.length &&
    indexed.every(({ id, query }, place) => id === watches[place]?.id && query === watches[place].query)
  );
}

/** A query may cease to be readable when the topic changes; its watch is left out, and the others go on. */
async function indexWatches(
  watches: readonly Watch[],
  before: IndexedWatches,
  tools: WatchRoomTools,
): Promise<IndexedWatches> {
  const parsed = await parseAll(watches, before.parsed, tools);
  const readable: { watch: Watch; query: Query }[] = [];
  for (const watch of watches) {
    const outcome = parsed.get(watch.query);
    if (outcome?.kind === 'ok') readable.push({ watch, query: outcome.query });
    else {
      const problem = outcome?.problem ?? 'It was not read.';
      tools.log.warn('A watch was left out: its query no longer reads', { watchId: watch.id, problem });
    }
  }
  const queries = new Map(readable.map(({ watch, query }) => [watch.id, query]));
  return { watches, parsed, queries, index: createWatchIndex(readable) };
}

/** Reading one takes some 30 µs. */
const queriesAtOnce = 500;

async function parseAll(
  watches: readonly Watch[],
  known: ReadonlyMap<string, ParsedQuery>,
  { queryTools, breathe }: WatchRoomTools,
): Promise<ReadonlyMap<string, ParsedQuery>> {
  const parsed = new Map<string, ParsedQuery>();
  let read = 0;
  for (const { query } of watches) {
    if (parsed.has(query)) continue;
    const standing = known.get(query);
    parsed.set(query, standing ?? parseQuery(query, queryTools));
    if (standing) continue;
    read += 1;
    if (read % queriesAtOnce === 0) await breathe();
  }
  return parsed;
}

function hitsOf(
  articles: readonly KeptArticle[],
  { queries, index }: IndexedWatches,
  watches: readonly Watch[],
  atMs: number,
): WatchHit[] {
  const watchById = new Map(watches.map((watch) => [watch.id, watch]));
  return articles.flatMap((kept) => {
    const subject = matchSubjectOf(kept);
    return index.match(subject).flatMap(({ watch: { id }, match }): WatchHit[] => {
      const watch = watchById.get(id);
      const query = queries.get(id);
      if (!watch || !query || kept.storyId === null) return [];
      const wanted = { query, threshold: watch.threshold, sinceMs: null };
      if (judgeHit(wanted, kept, { subject, match }).kind !== 'hit') return [];
      const matched = match.matched.slice(0, mostMatchedWords);
      return [{ watchId: id, sequence: kept.sequence, storyId: kept.storyId, atMs, matched }];
    });
  });
}
