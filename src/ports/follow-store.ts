import type { AuditEntry } from '../domain/audit.ts';
import type { Follow } from '../domain/posting.ts';

/** Follows and mutes. */
export interface FollowStore {
  list(): Promise<readonly Follow[]>;
  /** Adds it; the same once more changes nothing. */
  add(follow: Follow, audit: AuditEntry): Promise<void>;
  /** Takes it back. A mute is the channel's: anybody's is taken back. */
  remove(follow: Omit<Follow, 'atMs'>, audit: AuditEntry): Promise<void>;
}
