import type { AuditEntry } from '../domain/audit.ts';
import type { Platform } from '../domain/delivery.ts';

/** Every change of configuration. Entries are written by the stores, each with the change that it tells of. */
export interface AuditLog {
  /** Of one workspace, newest first. */
  list(filter: { platform: Platform; workspaceId: string; limit: number }): Promise<readonly AuditEntry[]>;
  /** Who last changed this subject in a workspace; `null` when nobody on that platform did. */
  lastPerson(filter: { platform: Platform; workspaceId: string; subject: string }): Promise<string | null>;
}
