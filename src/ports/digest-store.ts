import type { Channel, ChannelRef, OwedMessage } from '../domain/delivery.ts';
import type { StoryMaterial } from '../domain/story.ts';

export interface ChannelSetup {
  readonly ref: ChannelRef;
  readonly digestCron: string;
  readonly zone: string;
  readonly maxStories: number;
}

export interface Untold {
  /** Every sequence up to here was considered. */
  readonly upTo: number;
  /** Stories with at least one article kept after the channel's cursor; seeds and notes are never told. */
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
  readonly tellsSilence: boolean;
}

export interface DigestStore {
  /** Sets a channel up, with its cursor at what is kept now; for one that is there, changes its settings only. */
  setUpChannel(setup: ChannelSetup, nowMs: number): Promise<void>;
  channels(): Promise<readonly Channel[]>;
  /** `all` ignores what was told before: for a preview. */
  untold(ref: ChannelRef, options: { all: boolean }): Promise<Untold>;
  commit(decision: DigestDecision): Promise<'committed' | 'stale'>;
}
