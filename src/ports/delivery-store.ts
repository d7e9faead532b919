import type { Delivery } from '../domain/delivery.ts';
import type { Workspace } from '../domain/workspace.ts';

export interface ClaimedDelivery {
  readonly delivery: Delivery;
  /** True when an earlier sender's lease ran out: the message may have been posted, and must be looked for. */
  readonly mayBePosted: boolean;
  /** Message id of the delivery in whose thread this one goes, `null` for none. */
  readonly threadMessageId: string | null;
  /** Message id that this one rewrites, `null` for a message of its own. */
  readonly revisedMessageId: string | null;
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
  /** Owed again at `retryAtMs`. An attempt that asked nobody (the platform is off) does not count. */
  | {
      readonly kind: 'postponed';
      readonly retryAtMs: number;
      readonly problem: string;
      readonly countsAttempt: boolean;
    }
  /** Given up, with all that would have gone into its thread; the channel's later messages go on. */
  | { readonly kind: 'dead'; readonly problem: string; readonly atMs: number };

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
  /** Newest first; of one workspace, or the one with this key, where that is given. */
  list(filter: { limit: number; workspace?: Workspace; key?: string }): Promise<readonly Delivery[]>;
}
