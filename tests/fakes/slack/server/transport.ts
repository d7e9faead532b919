import type { JsonObject } from '../json.ts';
import type { Delivery } from '../records.ts';

export interface Envelope {
  readonly kind: Delivery['kind'];
  readonly body: JsonObject;
  /** 0 for the first. */
  readonly attempt: number;
  /** Why it comes again: `timeout`, `http_error`, `connection_failed`. */
  readonly retryReason: string;
}

/** How the app took it. */
export type Receipt = Pick<Delivery, 'outcome' | 'status' | 'payload' | 'tookMs'>;

/** Hands the app one envelope and waits for its ack, no longer than the deadline. */
export type Deliver = (envelope: Envelope) => Promise<Receipt>;
