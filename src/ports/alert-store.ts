import type { ChannelRef, OwedMessage, OwedNotice } from '../domain/delivery.ts';
import type { Posting } from '../domain/posting.ts';
import type { StoryMaterial } from '../domain/story.ts';
import type { Watch, WatchHit } from '../domain/watch.ts';

/** A hit that nobody decided about yet, with all that the decision needs. */
export interface PendingAlert {
  readonly hit: WatchHit;
  readonly watch: Watch;
  /** With what the watch's channel was told of it. */
  readonly story: StoryMaterial;
}

/** What became of hits in one channel; committed as one. */
export interface AlertDecision {
  readonly channel: ChannelRef;
  readonly decidedAtMs: number;
  /** `deliveryKey` is that of the message, one of `messages`, that tells the hit. */
  readonly told: readonly (Pick<WatchHit, 'watchId' | 'sequence'> & { readonly deliveryKey: string })[];
  /** `reason` is a sentence. */
  readonly notTold: readonly (Pick<WatchHit, 'watchId' | 'sequence'> & { readonly reason: string })[];
  readonly messages: readonly OwedMessage[];
  /** Each tells of one of `messages`. */
  readonly notices: readonly OwedNotice[];
  readonly postings: readonly Posting[];
  /** By story: what the channel was told of it when that was read. Told further since, the decision is stale. */
  readonly storiesToldUpTo: Readonly<Record<string, number>>;
}

export interface AlertStore {
  /** Oldest first. */
  pending(): Promise<readonly PendingAlert[]>;
  /** `stale` when one of the hits is not pending any more, or a story was told meanwhile. */
  commit(decision: AlertDecision): Promise<'committed' | 'stale'>;
}
