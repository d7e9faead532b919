import type { AuditEntry } from '../domain/audit.ts';
import type { Entry } from '../domain/entry.ts';
import type { SourceDefinition, SourceState, Validators } from '../domain/source.ts';

/** A poll as it went. `entries` that were not known become pending in the same transaction as the validators. */
export interface PollRecord {
  readonly sourceId: string;
  readonly atMs: number;
  readonly nextPollAtMs: number;
  /** `null` when the poll succeeded (304 included). */
  readonly problem: string | null;
  /** `null` keeps what is stored: after a 304 or a failure. */
  readonly validators: Validators | null;
  readonly entries: readonly Entry[];
}

export interface SourceStore {
  /**
   * Makes the configured sources those given: new ones due at once, changed ones updated, missing ones retired. Pauses
   * stay, and so do the sources that a command added, but for one whose address is given: the given one takes its place.
   */
  register(sources: readonly SourceDefinition[], nowMs: number): Promise<void>;
  /** Claims due sources for `leaseMs`; with `dueOnly: false` all that are not paused. A source is claimed by one process. */
  claim(request: { nowMs: number; leaseMs: number; dueOnly: boolean }): Promise<readonly SourceState[]>;
  /** Records the poll, ends the claim, and answers how many entries were not known before. */
  recordPoll(poll: PollRecord): Promise<{ newEntries: number }>;
  /** All sources that are not retired, by name. */
  list(): Promise<readonly SourceState[]>;
  /**
   * Adds a source beside the configured ones, due at once, in the name of who the audit entry names. Rejects when its id
   * or address is there already.
   */
  add(source: SourceDefinition, audit: AuditEntry): Promise<void>;
  /** Takes back a source that was added; what it brought stays. Rejects for any other. */
  remove(sourceId: string, audit: AuditEntry): Promise<void>;
  /**
   * Keeps a source from being polled until it is resumed, when it is due at once; either way it counts no failures any
   * more. A configured source that was not registered yet is from then on.
   */
  pause(pause: { source: SourceDefinition; isPaused: boolean }, audit: AuditEntry): Promise<void>;
}
