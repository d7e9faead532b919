import type { MessageDocument } from './message-document.ts';

export type Platform = 'slack' | 'discord' | 'console' | 'web';

/** Where a message goes. `workspaceId` is a Slack team, a Discord guild, or `console`. */
export interface ChannelRef {
  readonly platform: Platform;
  readonly workspaceId: string;
  readonly channelId: string;
}

/** What a channel wants and where it stands. */
export interface Channel {
  readonly ref: ChannelRef;
  /** Five-field cron expression, read in `zone`. */
  readonly digestCron: string;
  /** IANA zone name. */
  readonly zone: string;
  readonly maxStories: number;
  readonly setUpAtMs: number;
  /** Articles kept up to this sequence have been told, or were kept before the channel was set up. */
  readonly toldUpTo: number;
  /** The schedule slot that was last acted on (posted, or found to have nothing to tell). */
  readonly lastSlotMs: number;
  /** When silence was last told, `null` since something was last posted. An entry that comes later ends that silence. */
  readonly silenceToldAtMs: number | null;
  readonly lastPostedAtMs: number | null;
}

/**
 * `owed` waits; `sending` is claimed by a sender; `posted` is done and has a message id; `dead` was given up
 * with a reason. A `sending` one whose lease has run out is in an unknown state and is settled before a retry.
 */
export type DeliveryState = 'owed' | 'sending' | 'posted' | 'dead';

/** One message owed to one channel. */
export interface Delivery {
  /** At most 25 characters (Discord's nonce): rides on the message, and finds it again after a crash. */
  readonly key: string;
  readonly channel: ChannelRef;
  /** Messages of a channel are sent in this order. */
  readonly sequence: number;
  readonly document: MessageDocument;
  /** Key of the delivery in whose thread this one goes, `null` for a message of the channel itself. */
  readonly threadOf: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly messageId: string | null;
  readonly lastProblem: string | null;
}

/** A message to be owed, before it has its place in the channel's order. */
export interface OwedMessage {
  readonly key: string;
  readonly document: MessageDocument;
  readonly threadOf: string | null;
}
