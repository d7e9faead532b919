import type { ChannelRef, OwedMessage, OwedNotice } from '../domain/delivery.ts';
import type { Posting } from '../domain/posting.ts';
import type { StoryMaterial } from '../domain/story.ts';

export interface Untold {
  /** Every sequence up to here was considered. */
  readonly upTo: number;
  /** Stories with at least one article kept after what the channel was told of them; seeds and notes are never told. */
  readonly stories: readonly StoryMaterial[];
}

/** What was decided for a channel at a slot; committed as one. */
export interface DigestDecision {
  readonly channel: ChannelRef;
  /** As read; another process that decided first makes this decision stale. */
  readonly toldUpToBefore: number;
  readonly toldUpTo: number;
  readonly slotMs: number;
  readonly decidedAtMs: number;
  /** Empty when there is nothing to tell. */
  readonly messages: readonly OwedMessage[];
  /** Each tells of one of `messages`. */
  readonly notices: readonly OwedNotice[];
  readonly postings: readonly Posting[];
  /** By story: what the channel was told of it when that was read. Told further since, the decision is stale. */
  readonly storiesToldUpTo: Readonly<Record<string, number>>;
  readonly tellsSilence: boolean;
}

/** A digest as it was decided. */
export interface ArchivedDigest {
  /** Key of its first message, by which its delivery is found. */
  readonly key: string;
  readonly slotMs: number;
  readonly decidedAtMs: number;
  readonly messages: readonly OwedMessage[];
  /** Of its first message; `null` while that is not posted, or where the platform has no such address. */
  readonly permalink: string | null;
}

export interface DigestStore {
  /**
   * `all` ignores what was told before: for a preview. `matchedOnly` leaves out what the watches have not looked at yet,
   * where there are watches: a digest that went ahead of them would use up what they are to alert on.
   */
  untold(ref: ChannelRef, options: { all: boolean; matchedOnly?: boolean }): Promise<Untold>;
  commit(decision: DigestDecision): Promise<'committed' | 'stale'>;
  /** Digests of a channel, newest first; notices of silence are none. */
  archive(ref: ChannelRef, limit: number): Promise<readonly ArchivedDigest[]>;
}
