import type { AuditEntry } from '../domain/audit.ts';
import type { OwedMessage } from '../domain/delivery.ts';
import type { Watch, WatchHitRecord } from '../domain/watch.ts';

/** The watches of all workspaces. */
export interface WatchStore {
  /** In the order in which they were made. */
  list(): Promise<readonly Watch[]>;
  /** Adds a watch, or changes the one with its id. */
  save(watch: Watch, audit: AuditEntry): Promise<void>;
  /** Its pending hits go with it. */
  remove(watchId: string, audit: AuditEntry): Promise<void>;
  /** Newest first. */
  hits(filter: { watchId: string | null; sinceMs: number }): Promise<readonly WatchHitRecord[]>;
  /**
   * Owes the report on a watch and remembers it, as one; nothing when a report was made at `atMs` or
   * later, or when the watch is gone.
   */
  report(watchId: string, message: OwedMessage, atMs: number): Promise<void>;
}
