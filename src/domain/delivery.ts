import type { Mention } from './mention.ts';
import type { MessageDocument } from './message-document.ts';

export type Platform = 'slack' | 'discord' | 'console' | 'web';

/** Where a message goes. `workspaceId` is a Slack team, a Discord guild, or `console`. */
export interface ChannelRef {
  readonly platform: Platform;
  readonly workspaceId: string;
  readonly channelId: string;
}

/**
 * `held` is kept back and has no place in the channel's order yet; `owed` waits; `sending` is claimed by a sender;
 * `posted` is done and has a message id; `dead` was given up with a reason. A `sending` one whose lease has run out is in
 * an unknown state and is settled before a retry.
 */
export type DeliveryState = 'held' | 'owed' | 'sending' | 'posted' | 'dead';

/** Why a message is kept back: until the channel's quiet hours end, or until an admin approves it. */
export type Hold = { readonly kind: 'quiet'; readonly untilMs: number } | { readonly kind: 'approval' };

/** One message owed to one channel. */
export interface Delivery {
  /** At most 25 characters (Discord's nonce): rides on the message, and finds it again after a crash. */
  readonly key: string;
  readonly channel: ChannelRef;
  /** Messages of a channel are sent in this order. A held one gets its place when it is released. */
  readonly sequence: number;
  readonly document: MessageDocument;
  /** Key of the delivery in whose thread this one goes, `null` for a message of the channel itself. */
  readonly threadOf: string | null;
  /** Key of the delivery whose message this one rewrites, `null` for a message of its own. */
  readonly revises: string | null;
  readonly mentions: readonly Mention[];
  readonly hold: Hold | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly messageId: string | null;
  /** Where a person can open the message; `null` where the platform has no such address. */
  readonly permalink: string | null;
  readonly lastProblem: string | null;
}

/** A message to another channel than a decision's own, owed with it: a follower is written to on their own. */
export interface OwedNotice {
  readonly channel: ChannelRef;
  readonly message: OwedMessage;
  /** Key of the decision's message that it is about: it waits with that one, and is given up with it at once. */
  readonly tellsOf: string;
}

/** A message to be owed, before it has its place in the channel's order. */
export interface OwedMessage {
  readonly key: string;
  readonly document: MessageDocument;
  readonly threadOf: string | null;
  readonly revises: string | null;
  readonly mentions: readonly Mention[];
  readonly hold: Hold | null;
}
