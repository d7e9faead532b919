import type { ChannelRef } from './delivery.ts';
import type { Mention } from './mention.ts';

/** What an admin watches for: a query, bound to a channel and a cadence. */
export interface Watch {
  /** `w` and digits of its own; unique in the store. */
  readonly id: string;
  readonly name: string;
  /** As it was written; the grammar is src/watch/parse-query.ts. */
  readonly query: string;
  readonly channel: ChannelRef;
  /** Who made it: told when it never matches or floods. */
  readonly ownerId: string;
  readonly mentions: readonly Mention[];
  /** `realtime`: an alert at once. `digest`: one alert with all that matched, with the channel's next digest. */
  readonly cadence: 'realtime' | 'digest';
  /** Relevance that an article needs to alert, 0 to 1. */
  readonly threshold: number;
  /** Alerts wait until an admin approves them. */
  readonly needsApproval: boolean;
  /** Alerts come in quiet hours too. */
  readonly isCritical: boolean;
  readonly createdAtMs: number;
  /** When its owner was last told that it never matches or floods. */
  readonly reportedAtMs: number | null;
}

/** An article that a watch matched. `matched` are the words as they stand in it, for showing why. */
export interface WatchHit {
  readonly watchId: string;
  /** The article's sequence. */
  readonly sequence: number;
  readonly storyId: string;
  readonly atMs: number;
  readonly matched: readonly string[];
}

/** `pending` until deliver decided about it. A sentence says why a hit was not told. */
export interface WatchHitRecord extends WatchHit {
  readonly state: 'pending' | 'told' | 'not_told';
  readonly remark: string | null;
  /** Of the message that told it; `null` while it was not told, and of hits that an earlier version told. */
  readonly deliveryKey: string | null;
}
