import type { Generated } from 'kysely';

// The tables of migration 5; what holds for all columns is said in schema.ts.

export interface WatchTable {
  id: string;
  /** Counts up: the order in which watches were made. */
  made: number;
  watch: string;
  /** Articles up to this one were kept before the watch was made. */
  since_sequence: number;
  reported_at_ms: number | null;
}

export interface WatchHitTable {
  watch_id: string;
  sequence: number;
  story_id: string;
  at_ms: number;
  matched: string;
  state: 'pending' | 'told' | 'not_told';
  remark: string | null;
  delivery_key: string | null;
}

/** How far a room has read what was kept. */
export interface CursorTable {
  name: 'matches';
  position: number;
}

export interface PostingTable {
  platform: string;
  workspace_id: string;
  channel_id: string;
  story_id: string;
  item_key: string | null;
  thread_key: string;
  rank: number;
  told_up_to: number;
  posted_at_ms: number;
}

/** What a channel was told of a story, whatever its cursor: later news of it was lost on the way, and is told anew. */
export interface UntoldNewsTable {
  platform: string;
  workspace_id: string;
  channel_id: string;
  story_id: string;
  told_up_to: number;
}

export interface FollowTable {
  kind: 'follow' | 'mute';
  platform: string;
  workspace_id: string;
  channel_id: string;
  subject_kind: 'story' | 'watch';
  subject_id: string;
  person_id: string;
  at_ms: number;
}

export interface AuditTable {
  audit_id: Generated<number>;
  at_ms: number;
  platform: string;
  workspace_id: string;
  person_id: string;
  command: string;
  subject: string;
  before: string | null;
  after: string | null;
}
