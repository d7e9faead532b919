import type { ChannelRef, Platform } from '../domain/delivery.ts';
import type { MessageDocument } from '../domain/message-document.ts';

export interface OutgoingMessage {
  readonly key: string;
  readonly channel: ChannelRef;
  readonly document: MessageDocument;
  /** Message to whose thread this one belongs, `null` for a message of the channel itself. */
  readonly threadMessageId: string | null;
}

export type PublishOutcome =
  | { readonly kind: 'posted'; readonly messageId: string }
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
  | { readonly kind: 'posted'; readonly messageId: string }
  | { readonly kind: 'absent' }
  /** The platform could not be asked now. */
  | { readonly kind: 'unknown'; readonly problem: string };

/** Posts to one platform. */
export interface Publisher {
  readonly platform: Platform;
  publish(message: OutgoingMessage): Promise<PublishOutcome>;
  /** Was the message with this key posted, and as which message? Asked before any second send. */
  find(key: string, channel: ChannelRef, threadMessageId: string | null): Promise<FindOutcome>;
}
