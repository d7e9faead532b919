import type { ChannelRef, OwedMessage, OwedNotice } from '../domain/delivery.ts';
import type { MessageDocument, UpdateDocument } from '../domain/message-document.ts';
import type { Posting } from '../domain/posting.ts';
import type { StoryMaterial } from '../domain/story.ts';

/** A posted story with articles that came since; `story.toldUpTo` is what the channel was told. */
export interface PostedStory {
  readonly posting: Posting;
  /** What the message under `posting.itemKey` shows; `null` where the story has no item of its own. */
  readonly item: MessageDocument | null;
  readonly story: StoryMaterial;
}

/** Later facts of one posted story; committed as one. */
export interface UpdateDecision {
  readonly channel: ChannelRef;
  readonly storyId: string;
  readonly toldUpToBefore: number;
  readonly toldUpTo: number;
  readonly decidedAtMs: number;
  /** Empty when what came since says nothing new. */
  readonly messages: readonly OwedMessage[];
  /** Each tells of one of `messages`. */
  readonly notices: readonly OwedNotice[];
}

/** An update as it was told in a channel. */
export interface ToldUpdate {
  readonly document: UpdateDocument;
  readonly decidedAtMs: number;
  /** `null` while it is not posted, or where the platform has no such address. */
  readonly permalink: string | null;
}

/** Stories that stand in channels. */
export interface PostingStore {
  /** Posted at or after `postedSinceMs`, with an article kept since the channel was told of the story. */
  moved(filter: { postedSinceMs: number }): Promise<readonly PostedStory[]>;
  /**
   * The latest update of each story that the channel was told of after `sinceMs`, most recent first; revisions of items
   * are none.
   */
  toldSince(ref: ChannelRef, sinceMs: number): Promise<readonly ToldUpdate[]>;
  /** `stale` when the posting was told further meanwhile. */
  commit(decision: UpdateDecision): Promise<'committed' | 'stale'>;
}
