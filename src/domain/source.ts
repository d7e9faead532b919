import type { SourceTier } from './article.ts';
import type { Workspace } from './workspace.ts';

/** A feed that is polled. */
export interface SourceDefinition {
  /** Stable name for logs, links and commands; unique. */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly tier: SourceTier;
  /** BCP 47 primary language of the feed. */
  readonly lang: string;
  /** True only when somebody has seen this address answer with its feed. */
  readonly verified: boolean;
}

/** What a source answered with at its last full answer, echoed byte for byte at the next poll (RFC 9110 13.1). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** How a source fares. `lastProblem` is a sentence for people. */
export interface SourceHealth {
  readonly lastPolledAtMs: number | null;
  readonly lastSucceededAtMs: number | null;
  /** When the source last brought an entry that was not known. */
  readonly lastEntryAtMs: number | null;
  readonly consecutiveFailures: number;
  readonly lastProblem: string | null;
  readonly nextPollAtMs: number;
}

/** For an unconditional request: nothing was answered yet, or it must be answered whole. */
export const noValidators: Validators = { etag: null, lastModified: null };

/** A source that was not polled yet is due at once. */
export const neverPolled: SourceHealth = {
  lastPolledAtMs: null,
  lastSucceededAtMs: null,
  lastEntryAtMs: null,
  consecutiveFailures: 0,
  lastProblem: null,
  nextPollAtMs: 0,
};

/** Who added a source by a command, and where. */
export interface SourceAdder extends Workspace {
  readonly personId: string;
}

export interface SourceState {
  readonly source: SourceDefinition;
  readonly validators: Validators;
  readonly health: SourceHealth;
  /** Given while an admin keeps it from being polled. */
  readonly isPaused?: true;
  /** Not given for a source of the configuration. */
  readonly addedBy?: SourceAdder;
}
