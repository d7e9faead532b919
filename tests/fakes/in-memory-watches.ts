import type { WatchHit } from '../../src/domain/watch.ts';
import type { AlertStore } from '../../src/ports/alert-store.ts';
import type { MatchStore } from '../../src/ports/match-store.ts';
import type { WatchStore } from '../../src/ports/watch-store.ts';
import { keptArticleOf } from './in-memory-articles.ts';
import { notify, owe } from './in-memory-outbox.ts';
import { isToldFurther, savePostings, storyOf } from './in-memory-postings.ts';
import { type InMemoryState, readChannel } from './in-memory-state.ts';

export function inMemoryWatches(state: InMemoryState): WatchStore {
  return {
    list: async () => [...state.watches.values()],
    save: async (watch, audit) => {
      const before = state.watches.get(watch.id);
      if (!before) state.watchesSince.set(watch.id, state.articles.length);
      state.watches.set(watch.id, { ...watch, reportedAtMs: (before ?? watch).reportedAtMs });
      state.audit.push(audit);
    },
    remove: async (watchId, audit) => {
      state.watches.delete(watchId);
      const kept = state.hits.filter((hit) => hit.watchId !== watchId || hit.state !== 'pending');
      state.hits.splice(0, state.hits.length, ...kept);
      state.audit.push(audit);
    },
    hits: async ({ watchId, sinceMs }) =>
      state.hits
        .filter((hit) => (watchId === null || hit.watchId === watchId) && hit.atMs >= sinceMs)
        .toSorted((a, b) => b.atMs - a.atMs || b.sequence - a.sequence || (a.watchId < b.watchId ? -1 : 1)),
    report: async (watchId, message, atMs) => {
      const watch = state.watches.get(watchId);
      if (!watch) return;
      if (watch.reportedAtMs !== null && watch.reportedAtMs >= atMs) return;
      owe(state, watch.channel, [message], atMs);
      state.watches.set(watchId, { ...watch, reportedAtMs: atMs });
    },
  };
}

export function inMemoryMatches(state: InMemoryState): MatchStore {
  return {
    unmatched: async (limit) => {
      const cursor = state.matchedUpTo;
      const articles = state.articles
        .map(keptArticleOf)
        .filter(({ sequence, comparison }) => sequence > cursor && comparison !== null)
        .slice(0, limit);
      const upTo = articles.length < limit ? state.articles.length : (articles.at(-1)?.sequence ?? cursor);
      return { cursor, upTo, articles };
    },
    commit: async ({ cursor, upTo, hits }) => {
      if (state.matchedUpTo !== cursor) return 'stale';
      for (const hit of hits) {
        if (isWanted(state, hit))
          state.hits.push({ ...hit, state: 'pending', remark: null, deliveryKey: null });
      }
      state.matchedUpTo = upTo;
      return 'committed';
    },
  };
}

/** Of a watch that is there, on an article kept since it was made, and not there already. */
function isWanted(state: InMemoryState, { watchId, sequence }: WatchHit): boolean {
  const since = state.watches.has(watchId) ? state.watchesSince.get(watchId) : undefined;
  const isThere = state.hits.some((hit) => hit.watchId === watchId && hit.sequence === sequence);
  return since !== undefined && sequence > since && !isThere;
}

export function inMemoryAlerts(state: InMemoryState): AlertStore {
  const indexOfHit = (key: { watchId: string; sequence: number }) =>
    state.hits.findIndex(({ watchId, sequence }) => watchId === key.watchId && sequence === key.sequence);
  const made = () => [...state.watches.keys()];
  return {
    pending: async () =>
      state.hits
        .filter((hit) => hit.state === 'pending' && state.watches.has(hit.watchId))
        .toSorted((a, b) => a.sequence - b.sequence || made().indexOf(a.watchId) - made().indexOf(b.watchId))
        .flatMap(({ state: _state, remark: _remark, deliveryKey: _key, ...hit }) => {
          const watch = state.watches.get(hit.watchId);
          return watch ? [{ hit, watch, story: storyOf(state, watch.channel, hit.storyId) }] : [];
        }),
    commit: async (decision) => {
      readChannel(state, decision.channel);
      const settled = [
        ...decision.told.map((hit) => ({ ...hit, state: 'told' as const, remark: null })),
        ...decision.notTold.map((hit) => ({
          ...hit,
          ...{ state: 'not_told' as const, remark: hit.reason, deliveryKey: null },
        })),
      ];
      if (settled.some((hit) => state.hits[indexOfHit(hit)]?.state !== 'pending')) return 'stale';
      if (isToldFurther(state, decision.channel, decision.storiesToldUpTo)) return 'stale';
      owe(state, decision.channel, decision.messages, decision.decidedAtMs);
      notify(state, decision.notices, decision.decidedAtMs);
      savePostings(state, decision.postings);
      for (const outcome of settled) {
        const index = indexOfHit(outcome);
        const hit = state.hits[index];
        const { remark, deliveryKey } = outcome;
        if (hit) state.hits[index] = { ...hit, state: outcome.state, remark, deliveryKey };
      }
      return 'committed';
    },
  };
}
