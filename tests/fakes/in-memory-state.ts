import type { AuditEntry } from '../../src/domain/audit.ts';
import type { Channel, ChannelSettings } from '../../src/domain/channel.ts';
import { channelKey } from '../../src/domain/channel-key.ts';
import type { ChannelRef, Delivery } from '../../src/domain/delivery.ts';
import type { PendingEntry } from '../../src/domain/entry.ts';
import type { Feedback } from '../../src/domain/feedback.ts';
import type { Follow, Posting } from '../../src/domain/posting.ts';
import type { SourceState } from '../../src/domain/source.ts';
import type { Watch, WatchHitRecord } from '../../src/domain/watch.ts';
import type { WorkspaceSettings } from '../../src/domain/workspace.ts';
import type { KeepDecision } from '../../src/ports/article-store.ts';
import type { ConversationStore } from '../../src/ports/conversation-store.ts';
import type { DigestDecision } from '../../src/ports/digest-store.ts';
import type { Installation } from '../../src/ports/installation-store.ts';

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
  /** When it was first claimed. */
  firstTriedAtMs: number | null;
  /** What the channel had been told before this update. */
  toldBefore: number | null;
  dueAtMs: number;
  leaseUntilMs: number;
  /** Key of the delivery with which it was given up. */
  givenUpWith: string | null;
  readonly decidedAtMs: number;
  /** When it was given up. */
  deadAtMs: number | null;
  /** Given up because somebody did not want it: no trouble. */
  isDiscarded: boolean;
}

export interface ChannelRecord {
  channel: Channel;
  configured: ChannelSettings | null;
}

/** What the in-memory ports share, as the tables of a database are shared. */
export interface InMemoryState {
  readonly sources: Map<string, SourceRecord>;
  readonly entries: EntryRecord[];
  readonly articles: ArticleRecord[];
  /** Those that are set up. Messages can be owed to others too. */
  readonly channels: Map<string, ChannelRecord>;
  /** By channel: nothing is sent there before this moment. */
  readonly sendAfterMs: Map<string, number>;
  readonly digests: DigestDecision[];
  readonly deliveries: DeliveryRecord[];
  readonly postings: Map<string, Posting>;
  /** By channel and story: how far it was told of a story whose later news was lost on the way. */
  readonly untoldNews: Map<string, number>;
  readonly follows: Map<string, Follow>;
  readonly watches: Map<string, Watch>;
  /** By watch: articles up to this one were kept before it was made. */
  readonly watchesSince: Map<string, number>;
  readonly hits: WatchHitRecord[];
  readonly audit: AuditEntry[];
  readonly feedback: Feedback[];
  /** By workspace. */
  readonly workspaces: Map<string, WorkspaceSettings>;
  /** By workspace. */
  readonly installations: Map<string, Installation>;
  readonly questions: Parameters<ConversationStore['add']>[0][];
  /** By key. */
  readonly actions: Map<string, { readonly text: string; readonly atMs: number }>;
  /** By platform and event: when it was taken. */
  readonly events: Map<string, number>;
  /** Articles up to here were matched against the watches. */
  matchedUpTo: number;
}

export function emptyState(): InMemoryState {
  return {
    sources: new Map(),
    entries: [],
    articles: [],
    channels: new Map(),
    sendAfterMs: new Map(),
    digests: [],
    deliveries: [],
    postings: new Map(),
    untoldNews: new Map(),
    follows: new Map(),
    watches: new Map(),
    watchesSince: new Map(),
    hits: [],
    audit: [],
    feedback: [],
    workspaces: new Map(),
    installations: new Map(),
    questions: [],
    actions: new Map(),
    events: new Map(),
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
