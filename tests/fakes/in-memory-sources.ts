import type { AuditEntry } from '../../src/domain/audit.ts';
import type { Entry } from '../../src/domain/entry.ts';
import { feedAddress } from '../../src/domain/feed-address.ts';
import {
  neverPolled,
  type SourceDefinition,
  type SourceHealth,
  type SourceState,
} from '../../src/domain/source.ts';
import { canonicalUrl } from '../../src/domain/text/canonical-url.ts';
import type { PollRecord, SourceStore } from '../../src/ports/source-store.ts';
import type { InMemoryState, SourceRecord } from './in-memory-state.ts';

export function inMemorySources(state: InMemoryState): SourceStore {
  return {
    register: async (sources, nowMs) => register(state, sources, nowMs),
    claim: async ({ nowMs, leaseMs, dueOnly }) => {
      const claimed = [...state.sources.values()].filter(
        (record) =>
          !record.isRetired &&
          !record.state.isPaused &&
          record.leaseUntilMs <= nowMs &&
          (!dueOnly || record.state.health.nextPollAtMs <= nowMs),
      );
      for (const record of claimed) record.leaseUntilMs = nowMs + leaseMs;
      return claimed
        .map((record) => record.state)
        .toSorted(
          (a, b) => a.health.nextPollAtMs - b.health.nextPollAtMs || inOrder(a.source.id, b.source.id),
        );
    },
    recordPoll: async (poll) => recordPoll(state, poll),
    list: async () =>
      [...state.sources.values()]
        .filter((record) => !record.isRetired)
        .map((record) => record.state)
        .toSorted((a, b) => inOrder(a.source.name, b.source.name) || inOrder(a.source.id, b.source.id)),
    add: async (source, audit) => add(state, source, audit),
    remove: async (sourceId, audit) => remove(state, sourceId, audit),
    pause: async (pause, audit) => setPaused(state, pause, audit),
  };
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is configured and added is the configuration's. */
function register(state: InMemoryState, sources: readonly SourceDefinition[], nowMs: number): void {
  const given = new Set(sources.map((source) => source.id));
  const addresses = new Set(sources.map((source) => feedAddress(source.url)));
  for (const source of sources) {
    state.sources.set(source.id, registered(state.sources.get(source.id), source, nowMs));
  }
  for (const [id, record] of state.sources) {
    if (given.has(id)) continue;
    const { addedBy, ...rest } = record.state;
    if (addedBy && !addresses.has(feedAddress(rest.source.url))) continue;
    Object.assign(record, { isRetired: true, state: rest });
  }
}

function add(state: InMemoryState, source: SourceDefinition, audit: AuditEntry): void {
  const present = [...state.sources.values()].filter((record) => !record.isRetired);
  const isThere = present.some(
    ({ state: { source: known } }) =>
      known.id === source.id || feedAddress(known.url) === feedAddress(source.url),
  );
  if (isThere) throw new Error(`${source.name} is a source already. "sources list" shows them all.`);
  const { platform, workspaceId, personId, atMs } = audit;
  const record = registered(state.sources.get(source.id), source, atMs);
  const fresh = paused(record.state, false, atMs);
  state.sources.set(source.id, {
    ...record,
    state: { ...fresh, addedBy: { platform, workspaceId, personId } },
  });
  state.audit.push(audit);
}

function remove(state: InMemoryState, sourceId: string, audit: AuditEntry): void {
  const record = state.sources.get(sourceId);
  if (!record?.state.addedBy) {
    throw new Error(`There is no added source ${sourceId}. "sources list" shows them all.`);
  }
  const { addedBy: _addedBy, isPaused: _isPaused, ...rest } = record.state;
  Object.assign(record, { isRetired: true, state: rest });
  state.audit.push(audit);
}

function setPaused(
  state: InMemoryState,
  { source, isPaused }: { readonly source: SourceDefinition; readonly isPaused: boolean },
  audit: AuditEntry,
): void {
  const known = state.sources.get(source.id);
  const record = known && !known.isRetired ? known : registered(known, source, audit.atMs);
  state.sources.set(source.id, { ...record, state: paused(record.state, isPaused, audit.atMs) });
  state.audit.push(audit);
}

function paused(
  { isPaused: _isPaused, health, ...rest }: SourceState,
  isPaused: boolean,
  nowMs: number,
): SourceState {
  const calm = { ...health, consecutiveFailures: 0, lastProblem: null };
  return isPaused
    ? { ...rest, health: calm, isPaused }
    : { ...rest, health: { ...calm, nextPollAtMs: nowMs } };
}

function registered(record: SourceRecord | undefined, source: SourceDefinition, nowMs: number): SourceRecord {
  if (!record) return { state: newState(source, nowMs), isRetired: false, leaseUntilMs: 0 };
  const { addedBy: _addedBy, validators, health, source: known, ...rest } = record.state;
  const hasMoved = known.url !== source.url;
  return {
    state: {
      ...rest,
      source,
      validators: hasMoved ? { etag: null, lastModified: null } : validators,
      health: hasMoved || record.isRetired ? { ...health, nextPollAtMs: nowMs } : health,
    },
    isRetired: false,
    leaseUntilMs: record.leaseUntilMs,
  };
}

function newState(source: SourceDefinition, nowMs: number): SourceState {
  return {
    source,
    validators: { etag: null, lastModified: null },
    health: { ...neverPolled, nextPollAtMs: nowMs },
  };
}

function recordPoll(state: InMemoryState, poll: PollRecord): { newEntries: number } {
  const record = state.sources.get(poll.sourceId);
  if (!record) throw new Error(`There is no source ${poll.sourceId} whose poll could be recorded.`);
  let newEntries = 0;
  for (const entry of poll.entries) {
    if (isKnown(state, poll.sourceId, entry)) continue;
    addEntry(state, poll, entry);
    newEntries += 1;
  }
  record.leaseUntilMs = 0;
  record.state = {
    ...record.state,
    validators: poll.validators ?? record.state.validators,
    health: healthAfter(record.state.health, poll, newEntries),
  };
  return { newEntries };
}

function healthAfter(before: SourceHealth, poll: PollRecord, newEntries: number): SourceHealth {
  const hasSucceeded = poll.problem === null;
  return {
    lastPolledAtMs: poll.atMs,
    lastSucceededAtMs: hasSucceeded ? poll.atMs : before.lastSucceededAtMs,
    lastEntryAtMs: newEntries > 0 ? poll.atMs : before.lastEntryAtMs,
    consecutiveFailures: hasSucceeded ? 0 : before.consecutiveFailures + 1,
    lastProblem: poll.problem,
    nextPollAtMs: poll.nextPollAtMs,
  };
}

function isKnown(state: InMemoryState, sourceId: string, entry: Entry): boolean {
  const address = canonicalUrl(entry.url);
  const isKept = address !== null && state.articles.some(({ decision }) => decision.canonicalUrl === address);
  return (
    isKept ||
    state.entries.some(({ pending, canonicalUrl: known }) =>
      pending.sourceId === sourceId ? pending.entry.key === entry.key : address !== null && known === address,
    )
  );
}

function addEntry(state: InMemoryState, poll: PollRecord, entry: Entry): void {
  const entryId = state.entries.length + 1;
  state.entries.push({
    pending: { entryId, sourceId: poll.sourceId, entry, attempts: 0 },
    canonicalUrl: canonicalUrl(entry.url),
    ageFromMs: Math.min(entry.publishedAt.epochMs ?? poll.atMs, poll.atMs),
    isDone: false,
    remark: null,
    dueAtMs: poll.atMs,
    leaseUntilMs: 0,
  });
}
