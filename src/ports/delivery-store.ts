import type { ChannelRef, Delivery, DeliveryState, OwedMessage } from '../domain/delivery.ts';
import type { Language } from '../domain/words/words.ts';
import type { Workspace } from '../domain/workspace.ts';

export interface ClaimedDelivery {
  readonly delivery: Delivery;
  /**
   * True when an earlier sender's lease ran out, or it did not learn what became of its attempt: the message may have been
   * posted, and must be looked for.
   */
  readonly mayBePosted: boolean;
  /** The earliest moment at which it can have been posted: that of the first claim. */
  readonly firstTriedAtMs: number;
  /** Message id of the delivery in whose thread this one goes, `null` for none. */
  readonly threadMessageId: string | null;
  /** Message id that this one rewrites, `null` for a message of its own. */
  readonly revisedMessageId: string | null;
  /** Of the channel's settings as they are now. */
  readonly language: Language;
}

/** A delivery that an admin has to know of: one that was given up for itself, or one that waits for approval. */
export interface TroubledDelivery {
  readonly delivery: Delivery;
  /** Sequence of the last message before it that its channel got, 0 for none: what went wrong since is one trouble. */
  readonly lastPostedSequence: number;
}

/** What became of a claimed delivery. `nextAtMs`: the channel's next message waits until then. */
export type DeliveryRecord =
  | {
      readonly kind: 'posted';
      readonly messageId: string;
      readonly permalink: string | null;
      readonly atMs: number;
      readonly nextAtMs: number;
    }
  /**
   * Owed again at `retryAtMs`. An attempt that asked nobody (the platform is off) does not count. `mayBePosted` says what the
   * next sender has to know, whatever was known before.
   */
  | {
      readonly kind: 'postponed';
      readonly retryAtMs: number;
      readonly problem: string;
      readonly countsAttempt: boolean;
      readonly mayBePosted: boolean;
    }
  /**
   * Given up, with all that would have gone into its thread; the channel's later messages go on. `targetIsGone`: the message
   * that it rewrites, or in whose thread it goes, was taken away. Then no story has its place there any more, the news that
   * it was to tell is untold again, and it is nobody's trouble.
   */
  | {
      readonly kind: 'dead';
      readonly problem: string;
      readonly atMs: number;
      readonly targetIsGone: boolean;
    };

export interface DeliveryFilter {
  readonly limit: number;
  readonly workspace?: Workspace;
  readonly state?: DeliveryState;
  readonly key?: string;
}

/** The outbox as senders see it. It owns all retries. */
export interface DeliveryStore {
  /**
   * Claims the next due message: of each channel only its first unfinished one, so that order is kept. A held message is
   * not in the order yet. `null` when none is due.
   */
  claimNext(request: { nowMs: number; leaseMs: number }): Promise<ClaimedDelivery | null>;
  /** When the next message that waits can be claimed or released; `null` when none waits. */
  nextDueAtMs(nowMs: number): Promise<number | null>;
  /**
   * `attempt` is the delivery's count of attempts as claimed. A record of an earlier attempt than the latest is left out,
   * but for `posted`: a sender that was slow knows what stands in the channel. A posted delivery stays posted.
   */
  record(key: string, attempt: number, record: DeliveryRecord): Promise<void>;
  /** Gives messages whose quiet hours are over their place in their channel's order. */
  release(nowMs: number): Promise<void>;
  /**
   * Given up or held for approval at `sinceMs` or later, oldest first. Messages to persons are left out, and so are those
   * that wait in the thread of another or rewrite one.
   */
  troubled(sinceMs: number): Promise<readonly TroubledDelivery[]>;
  /**
   * Owes notices, each unless its key is known, and makes the channel known where it was not (a person's direct
   * messages). Such channels are never listed as channels.
   */
  notify(
    notices: readonly { readonly channel: ChannelRef; readonly message: OwedMessage }[],
    atMs: number,
  ): Promise<void>;
  /** Newest first; of one workspace, in one state, or the one with this key, where that is given. */
  list(filter: DeliveryFilter): Promise<readonly Delivery[]>;
}
