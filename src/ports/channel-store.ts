import type { AuditEntry } from '../domain/audit.ts';
import type { Channel, ChannelSettings } from '../domain/channel.ts';
import type { ChannelRef } from '../domain/delivery.ts';

/** The channels that messages go to, with their settings. */
export interface ChannelStore {
  /**
   * Makes a channel known with its cursor at what is kept now, so that nothing old floods it. For one that is there,
   * takes over only what differs from the `settings` that it was last configured with: what a command set since stays,
   * unless the configuration itself changed.
   */
  configure(setup: { ref: ChannelRef; settings: ChannelSettings }, nowMs: number): Promise<void>;
  /** In the order in which they were set up. */
  list(): Promise<readonly Channel[]>;
  /**
   * Sets a channel up, or changes its settings, with the entry of the audit log, as one. Rejects when `audit.before` says
   * other settings than there are: somebody else changed them since, and the change would undo theirs.
   */
  change(ref: ChannelRef, settings: ChannelSettings, audit: AuditEntry): Promise<void>;
}
