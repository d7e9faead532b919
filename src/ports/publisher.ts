import type { ChannelRef, Platform } from '../domain/delivery.ts';
import type { Mention } from '../domain/mention.ts';
import type { MessageDocument } from '../domain/message-document.ts';
import type { Language } from '../domain/words/words.ts';
import type { Workspace } from '../domain/workspace.ts';

export interface OutgoingMessage {
  readonly key: string;
  readonly channel: ChannelRef;
  readonly document: MessageDocument;
  readonly mentions: readonly Mention[];
  readonly language: Language;
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
  /** Nothing of it was posted, and it is worth another try after `retryAfterMs` (`null`: the outbox chooses). */
  | {
      readonly kind: 'postponed';
      readonly retryAfterMs: number | null;
      readonly problem: string;
    }
  /** Nothing of it was posted: the workspace does not let the bot in. That speaks against no message. */
  | WorkspaceOff
  /** Not posted, and no retry would help: channel gone, permission missing. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** Not posted: the message that it rewrites, or in whose thread it goes, is not there any more. */
  | { readonly kind: 'gone'; readonly problem: string }
  /** The answer was lost, or a part of it stands: it is looked for before another try, after `retryAfterMs`. */
  | Unknown;

/** The bot was removed from the workspace, or its token is not taken there. */
export interface WorkspaceOff {
  readonly kind: 'off';
  readonly problem: string;
}

interface Unknown {
  readonly kind: 'unknown';
  readonly retryAfterMs: number | null;
  readonly problem: string;
}

export type FindOutcome =
  | PostedMessage
  | { readonly kind: 'absent' }
  | WorkspaceOff
  /** The platform lets nobody look there, and will not: the bot is not in the channel, or it is archived. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** The platform could not be asked now. Asked again, the search goes on where it was, as far as the platform allows. */
  | Unknown;

/** Does a workspace let the bot in? `unknown`: it could not be asked now. */
export type Admission = { readonly kind: 'admitted' } | WorkspaceOff | { readonly kind: 'unknown' };

/** One claim of a message by a sender. */
export interface Attempt {
  /** True once no further request may begin: the claim would run out before its answer, and another sender take over. */
  isOver(): boolean;
  /** Resolves after so long; a delivery of several messages keeps `channelIntervalMs` between them. */
  pause(ms: number): Promise<void>;
}

/** A message that may stand. */
export interface SoughtMessage {
  readonly key: string;
  readonly channel: ChannelRef;
  readonly threadMessageId: string | null;
  /** It was not posted before this moment, by our clock. */
  readonly sinceMs: number;
  /** Claims of the message so far: a search goes on where it was only for the very next of them. */
  readonly attempts: number;
}

/** Posts to one platform. An attempt that is over before all is done leaves the outcome `unknown`. */
export interface Publisher {
  readonly platform: Platform;
  /** The platform's own limit: messages of one channel are sent at least so far apart. */
  readonly channelIntervalMs: number;
  publish(message: OutgoingMessage, attempt: Attempt): Promise<PublishOutcome>;
  /**
   * Rewrites a message that stands. Doing it twice is doing it once, so that an unknown outcome is simply tried again.
   * `gone` when the message is not there.
   */
  revise(messageId: string, message: OutgoingMessage, attempt: Attempt): Promise<PublishOutcome>;
  /** Was the message with this key posted, and as which message? Asked before any second send that could double it. */
  find(sought: SoughtMessage, attempt: Attempt): Promise<FindOutcome>;
  /** One question to the platform, about the bot's own access. */
  admissionTo(workspace: Workspace): Promise<Admission>;
}
