import type { ActionStore } from '../../src/ports/action-store.ts';
import type { AlertStore } from '../../src/ports/alert-store.ts';
import type { ArticleStore } from '../../src/ports/article-store.ts';
import type { AuditLog } from '../../src/ports/audit-log.ts';
import type { ChannelStore } from '../../src/ports/channel-store.ts';
import type { Claims } from '../../src/ports/claims.ts';
import type { ConversationStore } from '../../src/ports/conversation-store.ts';
import type { DeliveryDesk } from '../../src/ports/delivery-desk.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import type { DigestStore } from '../../src/ports/digest-store.ts';
import type { EntryStore } from '../../src/ports/entry-store.ts';
import type { EventLedger } from '../../src/ports/event-ledger.ts';
import type { FeedbackStore } from '../../src/ports/feedback-store.ts';
import type { FollowStore } from '../../src/ports/follow-store.ts';
import type { InstallationStore } from '../../src/ports/installation-store.ts';
import type { MatchStore } from '../../src/ports/match-store.ts';
import type { PostingStore } from '../../src/ports/posting-store.ts';
import type { SentenceIndex } from '../../src/ports/sentence-index.ts';
import type { SourceStore } from '../../src/ports/source-store.ts';
import type { StoryStore } from '../../src/ports/story-store.ts';
import type { WatchStore } from '../../src/ports/watch-store.ts';
import type { WorkspaceStore } from '../../src/ports/workspace-store.ts';

/** The ports that one database serves. */
export interface StorePorts {
  readonly sources: SourceStore;
  readonly entries: EntryStore;
  readonly articles: ArticleStore;
  readonly sentences: SentenceIndex;
  readonly stories: StoryStore;
  readonly channels: ChannelStore;
  readonly digests: DigestStore;
  readonly postings: PostingStore;
  readonly follows: FollowStore;
  readonly watches: WatchStore;
  readonly matches: MatchStore;
  readonly alerts: AlertStore;
  readonly deliveries: DeliveryStore;
  readonly desk: DeliveryDesk;
  readonly audit: AuditLog;
  readonly feedback: FeedbackStore;
  readonly workspaces: WorkspaceStore;
  readonly installations: InstallationStore;
  readonly conversations: ConversationStore;
  readonly actions: ActionStore;
  readonly events: EventLedger;
  readonly claims: Claims;
}

export interface Store extends StorePorts {
  /** Waits for the calls under way, then lets go of the database. A second call does nothing. */
  close(): Promise<void>;
}
