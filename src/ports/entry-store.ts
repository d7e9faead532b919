import type { PendingEntry } from '../domain/entry.ts';

/** Entries that wait to be read. One is done when it is dismissed here or kept by the article store. */
export interface EntryStore {
  /** Claims up to `limit` entries whose time has come, oldest first, for `leaseMs`. */
  claim(request: { nowMs: number; leaseMs: number; limit: number }): Promise<readonly PendingEntry[]>;
  /** The entry will be claimable again at `retryAtMs`; `problem` is a sentence. */
  postpone(entryId: number, retryAtMs: number, problem: string): Promise<void>;
  /** The entry is done without being kept: off topic, or unreadable for good. `reason` is a sentence. */
  dismiss(entryId: number, reason: string): Promise<void>;
  /** How far the latest entry with this canonical address came: a sentence, `null` when no source brought it. */
  remark(canonicalUrl: string): Promise<{ readonly isDone: boolean; readonly remark: string | null } | null>;
}
