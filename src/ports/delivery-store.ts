import type { Delivery } from '../domain/delivery.ts';

export interface ClaimedDelivery {
  readonly delivery: Delivery;
  /** True when an earlier sender's lease ran out: the message may have been posted, and must be looked for. */
  readonly mayBePosted: boolean;
  /** Message id of the delivery in whose thread this one goes, `null` for none. */
  readonly threadMessageId: string | null;
}

/** The outbox. It owns all retries. */
export interface DeliveryStore {
  /** Claims the next due message: of each channel only its first unfinished one, so that order is kept. */
  claimNext(request: { nowMs: number; leaseMs: number }): Promise<ClaimedDelivery | null>;
  recordPosted(key: string, messageId: string, atMs: number): Promise<void>;
  /** Owed again at `retryAtMs`. */
  recordPostponed(key: string, retryAtMs: number, problem: string): Promise<void>;
  /** Given up; the channel's later messages go on. */
  recordDead(key: string, problem: string, atMs: number): Promise<void>;
  /** Newest first. */
  list(filter: { limit: number }): Promise<readonly Delivery[]>;
}
