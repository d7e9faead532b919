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
  /** Makes the stored sources those given: new ones due at once, changed ones updated, missing ones retired. */
  register(sources: readonly SourceDefinition[], nowMs: number): Promise<void>;
  /** Claims due sources for `leaseMs`; with `dueOnly: false` all of them. A source is claimed by one process. */
  claim(request: { nowMs: number; leaseMs: number; dueOnly: boolean }): Promise<readonly SourceState[]>;
  /** Records the poll, ends the claim, and answers how many entries were not known before. */
  recordPoll(poll: PollRecord): Promise<{ newEntries: number }>;
  /** All sources that are not retired, by name. */
  list(): Promise<readonly SourceState[]>;
}
