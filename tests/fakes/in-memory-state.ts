import type { AuditEntry } from '../../src/domain/audit.ts';
import type { Channel, ChannelSettings } from '../../src/domain/channel.ts';
import { channelKey } from '../../src/domain/channel-key.ts';
import type { ChannelRef, Delivery } from '../../src/domain/delivery.ts';
import type { PendingEntry } from '../../src/domain/entry.ts';
import type { Follow, Posting } from '../../src/domain/posting.ts';
import type { SourceState } from '../../src/domain/source.ts';
import type { Watch, WatchHitRecord } from '../../src/domain/watch.ts';
import type { KeepDecision } from '../../src/ports/article-store.ts';
import type { DigestDecision } from '../../src/ports/digest-store.ts';

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
  remark: string | null;
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
  /** Key of the delivery with which it was given up. */
  givenUpWith: string | null;
}

export interface ChannelRecord {
  channel: Channel;
  configured: ChannelSettings | null;
  sendAfterMs: number;
}

/** What the in-memory ports share, as the tables of a database are shared. */
export interface InMemoryState {
  readonly sources: Map<string, SourceRecord>;
  readonly entries: EntryRecord[];
  readonly articles: ArticleRecord[];
  readonly channels: Map<string, ChannelRecord>;
  readonly digests: DigestDecision[];
  readonly deliveries: DeliveryRecord[];
  readonly postings: Map<string, Posting>;
  readonly follows: Map<string, Follow>;
  readonly watches: Map<string, Watch>;
  /** By watch: articles up to this one were kept before it was made. */
  readonly watchesSince: Map<string, number>;
  readonly hits: WatchHitRecord[];
  readonly audit: AuditEntry[];
  /** Articles up to here were matched against the watches. */
  matchedUpTo: number;
}

export function emptyState(): InMemoryState {
  return {
    sources: new Map(),
    entries: [],
    articles: [],
    channels: new Map(),
    digests: [],
    deliveries: [],
    postings: new Map(),
    follows: new Map(),
    watches: new Map(),
    watchesSince: new Map(),
    hits: [],
    audit: [],
    matchedUpTo: 0,
  };
}

export function settleEntry(state: InMemoryState, entryId: number | null, remark: string): void {
  const record = state.entries.find(({ pending }) => pending.entryId === entryId);
  if (!record) return;
  record.isDone = true;
  record.remark = remark;
}

/** Throws for a channel that was never set up. */
export function readChannel(state: InMemoryState, ref: ChannelRef): ChannelRecord {
  const record = state.channels.get(channelKey(ref));
  if (record) return record;
  throw new Error(
    `The ${ref.platform} channel ${ref.channelId} of workspace ${ref.workspaceId} is not set up.`,
  );
}
