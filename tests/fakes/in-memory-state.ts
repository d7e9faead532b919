import type { Channel, ChannelRef, Delivery } from '../../src/domain/delivery.ts';
import type { PendingEntry } from '../../src/domain/entry.ts';
import type { SourceState } from '../../src/domain/source.ts';
import type { KeepDecision } from '../../src/ports/article-store.ts';

export interface SourceRecord {
  state: SourceState;
  isRetired: boolean;
  leaseUntilMs: number;
}

export interface EntryRecord {
  pending: PendingEntry;
  readonly canonicalUrl: string | null;
  readonly ageFromMs: number;
  isDone: boolean;
  dueAtMs: number;
  leaseUntilMs: number;
}

export interface ArticleRecord {
  readonly sequence: number;
  readonly decision: KeepDecision;
}

export interface DeliveryRecord {
  delivery: Delivery;
  mayBePosted: boolean;
  dueAtMs: number;
  leaseUntilMs: number;
}

/** What the in-memory ports share, as the tables of a database are shared. */
export interface InMemoryState {
  readonly sources: Map<string, SourceRecord>;
  readonly entries: EntryRecord[];
  readonly articles: ArticleRecord[];
  readonly channels: Map<string, Channel>;
  readonly deliveries: DeliveryRecord[];
}

export function emptyState(): InMemoryState {
  return { sources: new Map(), entries: [], articles: [], channels: new Map(), deliveries: [] };
}

export function channelKey(ref: ChannelRef): string {
  return JSON.stringify([ref.platform, ref.workspaceId, ref.channelId]);
}

export function settleEntry(state: InMemoryState, entryId: number | null): void {
  const record = state.entries.find(({ pending }) => pending.entryId === entryId);
  if (record) record.isDone = true;
}
