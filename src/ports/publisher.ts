import type { ChannelRef, Platform } from '../domain/delivery.ts';
import type { Mention } from '../domain/mention.ts';
import type { MessageDocument } from '../domain/message-document.ts';

export interface OutgoingMessage {
  readonly key: string;
  readonly channel: ChannelRef;
  readonly document: MessageDocument;
  readonly mentions: readonly Mention[];
  /** Message to whose thread this one belongs, `null` for a message of the channel itself. */
  readonly threadMessageId: string | null;
}

/** A message that stands on the platform. */
export interface PostedMessage {
  readonly kind: 'posted';
  readonly messageId: string;
  /** Where a person can open it; `null` where the platform has no such address. */
  readonly permalink: string | null;
}

export type PublishOutcome =
  | PostedMessage
  /** Not posted, and worth another try after `retryAfterMs` (`null`: the outbox chooses). */
  | {
      readonly kind: 'postponed';
      readonly retryAfterMs: number | null;
      readonly problem: string;
    }
  /** Not posted, and no retry would help: channel gone, permission missing. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** The answer was lost: the message may stand in the channel or not. */
  | { readonly kind: 'unknown'; readonly problem: string };

export type FindOutcome =
  | PostedMessage
  | { readonly kind: 'absent' }
  /** The platform could not be asked now. */
  | { readonly kind: 'unknown'; readonly problem: string };

/** Posts to one platform. */
export interface Publisher {
  readonly platform: Platform;
  /** The platform's own limit: messages of one channel are sent at least so far apart. */
  readonly channelIntervalMs: number;
  publish(message: OutgoingMessage): Promise<PublishOutcome>;
  /**
   * Rewrites a message that stands. Doing it twice is doing it once, so that an unknown outcome is simply tried again.
   * `refused` when the message is gone.
   */
  revise(messageId: string, message: OutgoingMessage): Promise<PublishOutcome>;
  /** Was the message with this key posted, and as which message? Asked before any second send. */
  find(key: string, channel: ChannelRef, threadMessageId: string | null): Promise<FindOutcome>;
}
