import type { AuditEntry } from '../domain/audit.ts';

export type DeskOutcome =
  | { readonly kind: 'done' }
  /** There is no such delivery in that state; `problem` is a sentence. */
  | { readonly kind: 'refused'; readonly problem: string };

/** What admins do with deliveries by hand, each with its entry in the audit log. */
export interface DeliveryDesk {
  /** Owes a dead delivery anew, with what was given up with it, at the end of its channel's order. */
  retry(key: string, audit: AuditEntry): Promise<DeskOutcome>;
  /** Releases a delivery held for approval, with those in its thread. */
  approve(key: string, audit: AuditEntry): Promise<DeskOutcome>;
  /** Gives up a held delivery, with those in its thread. */
  discard(key: string, audit: AuditEntry): Promise<DeskOutcome>;
}
