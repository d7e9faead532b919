import type { PendingEntry } from '../../src/domain/entry.ts';
import type { EntryStore } from '../../src/ports/entry-store.ts';
import { type InMemoryState, settleEntry } from './in-memory-state.ts';

export function inMemoryEntries(state: InMemoryState): EntryStore {
  return {
    claim: async (request) => claim(state, request),
    postpone: async (entryId, retryAtMs, problem) => {
      const record = state.entries.find(({ pending }) => pending.entryId === entryId);
      if (!record || record.isDone) return;
      record.dueAtMs = retryAtMs;
      record.remark = problem;
      record.leaseUntilMs = 0;
    },
    dismiss: async (entryId, reason) => settleEntry(state, entryId, reason),
    remark: async (canonicalUrl) => {
      const record = state.entries.findLast((entry) => entry.canonicalUrl === canonicalUrl);
      return record ? { isDone: record.isDone, remark: record.remark } : null;
    },
  };
}

function claim(
  state: InMemoryState,
  request: { nowMs: number; leaseMs: number; limit: number },
): readonly PendingEntry[] {
  const claimed = state.entries
    .filter(
      (record) => !record.isDone && record.dueAtMs <= request.nowMs && record.leaseUntilMs <= request.nowMs,
    )
    .toSorted((a, b) => a.ageFromMs - b.ageFromMs || a.pending.entryId - b.pending.entryId)
    .slice(0, request.limit);
  for (const record of claimed) {
    record.leaseUntilMs = request.nowMs + request.leaseMs;
    record.pending = { ...record.pending, attempts: record.pending.attempts + 1 };
  }
  return claimed.map((record) => record.pending);
}
