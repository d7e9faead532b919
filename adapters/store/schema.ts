import type { Generated } from 'kysely';
import type {
  AuditTable,
  CursorTable,
  FollowTable,
  PostingTable,
  UntoldNewsTable,
  WatchHitTable,
  WatchTable,
} from './watch-tables.ts';
import type {
  ActionTable,
  EventTable,
  FeedbackTable,
  InstallationTable,
  QuestionTable,
  WorkspaceTable,
} from './workspace-tables.ts';

/** Times are epoch milliseconds, flags 0 or 1, and the columns that hold domain values hold their JSON. */
export interface SourceTable {
  id: string;
  name: string;
  definition: string;
  retired: number;
  etag: string | null;
  last_modified: string | null;
  last_polled_at_ms: number | null;
  last_succeeded_at_ms: number | null;
  last_entry_at_ms: number | null;
  consecutive_failures: number;
  last_problem: string | null;
  next_poll_at_ms: number;
  /** 0 when nobody holds the source. */
  lease_until_ms: number;
  is_paused: Generated<number>;
  /** Who added it by a command; null for a configured one. */
  added_by: string | null;
}

export interface EntryTable {
  entry_id: Generated<number>;
  source_id: string;
  key: string;
  canonical_url: string | null;
  entry: string;
  state: 'pending' | 'done';
  attempts: number;
  /** When it was published as far as that is believable: a date after its arrival counts as its arrival. */
  age_from_ms: number;
  due_at_ms: number;
  lease_until_ms: number;
  /** The problem of the last attempt, or why the entry is done. */
  remark: string | null;
}

export interface ArticleTable {
  sequence: Generated<number>;
  id: string;
  kind: string;
  canonical_url: string | null;
  text_hash: string;
  /** When it was published, or kept where that is not known. */
  around_at_ms: number;
  kept_at_ms: number;
  story_id: string | null;
  verdict: string | null;
  rule_version: string | null;
  article: string;
  relevance: string | null;
  comparison: string | null;
  /** Every token once, as a JSON list. */
  tokens: string;
}

export interface StoryTable {
  story_id: string;
  first_sequence: number;
  last_sequence: number;
  article_count: number;
}

export interface BandTable {
  band: string;
  sequence: number;
}

export interface SentenceTable {
  sentence_id: Generated<number>;
  sequence: number;
  /** Index into the article's sentences. */
  position: number;
}

/** In how many articles and sentences a token stands. */
export interface TokenTable {
  token: string;
  article_count: number;
  sentence_count: number;
}

export interface ChannelTable {
  platform: string;
  workspace_id: string;
  channel_id: string;
  settings: string;
  /** 0 for one that was never set up, but was owed a notice: a person's direct messages. */
  is_listed: Generated<number>;
  /** The settings that its configuration named last; null for a channel that a command set up. */
  configured: string | null;
  /** The platform's own limit: nothing is sent there before this moment. */
  send_after_ms: Generated<number>;
  /** `delivery_id` of its first unfinished message, and when that can be claimed; null while nothing is owed. */
  turn_of: number | null;
  turn_at_ms: number | null;
  set_up_at_ms: number;
  told_up_to: number;
  last_slot_ms: number;
  silence_told_at_ms: number | null;
  last_posted_at_ms: number | null;
}

export interface DigestTable {
  digest_id: Generated<number>;
  platform: string;
  workspace_id: string;
  channel_id: string;
  slot_ms: number;
  decided_at_ms: number;
  told_after: number;
  told_up_to: number;
  tells_silence: number;
  messages: string;
}

export interface DeliveryTable {
  delivery_id: Generated<number>;
  key: string;
  platform: string;
  workspace_id: string;
  channel_id: string;
  /** Place in the channel's order; null while it is held. */
  sequence: number | null;
  document: string;
  thread_of: string | null;
  revises: string | null;
  mentions: string;
  hold: 'quiet' | 'approval' | null;
  /** When the quiet hours that it is held for end. */
  held_until_ms: number | null;
  state: 'held' | 'owed' | 'sending' | 'posted' | 'dead';
  attempts: number;
  /** 1 once a sender's lease ran out, or its attempt ended in doubt; 0 once it is known that nothing of it stands. */
  may_be_posted: number;
  /** When it was first claimed, by the earliest that the clock has said since; null before. */
  first_tried_at_ms: Generated<number | null>;
  message_id: string | null;
  permalink: string | null;
  last_problem: string | null;
  /** Key of the delivery with which it was given up, null for one that was given up for itself. */
  given_up_with: string | null;
  /** The story whose news it tells in a message of its own; null for all else. */
  update_of: string | null;
  /** What the channel had been told of that story before it; null for all else. */
  told_before: Generated<number | null>;
  /** 1 when it was given up because somebody did not want it. */
  is_discarded: Generated<number>;
  decided_at_ms: number;
  due_at_ms: number;
  lease_until_ms: number;
  settled_at_ms: number | null;
}

export interface Tables {
  schema_version: { version: number };
  sources: SourceTable;
  entries: EntryTable;
  articles: ArticleTable;
  stories: StoryTable;
  bands: BandTable;
  sentences: SentenceTable;
  token_counts: TokenTable;
  channels: ChannelTable;
  digests: DigestTable;
  deliveries: DeliveryTable;
  watches: WatchTable;
  watch_hits: WatchHitTable;
  cursors: CursorTable;
  postings: PostingTable;
  untold_news: UntoldNewsTable;
  follows: FollowTable;
  audit: AuditTable;
  workspaces: WorkspaceTable;
  installations: InstallationTable;
  feedback: FeedbackTable;
  questions: QuestionTable;
  actions: ActionTable;
  events: EventTable;
}
