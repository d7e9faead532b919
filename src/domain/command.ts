import type { Platform } from './delivery.ts';
import type { MessageDocument } from './message-document.ts';
import type { SourceState } from './source.ts';

/** One option of a command. Values arrive as text from every platform and are checked by the runner. */
export interface CommandOption {
  readonly name: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** The values to choose from, where there is a fixed set. */
  readonly choices: readonly string[];
  /** True for an option that is given or not, without a value. */
  readonly isFlag: boolean;
  /** What the platform offers while it is typed; `null` for free words. */
  readonly completes: 'story' | 'watch' | 'source' | 'channel' | null;
}

/**
 * What people can ask for, as data: slash commands, modals, autocomplete, the command line and the help text are made
 * from it. A subcommand has its own definition under the full name ("sources list").
 */
export interface CommandDefinition {
  readonly name: string;
  /** One sentence. */
  readonly help: string;
  readonly who: 'all' | 'admins';
  readonly options: readonly CommandOption[];
}

/** Who asks, and from where. */
export interface Actor {
  readonly platform: Platform;
  readonly workspaceId: string;
  readonly personId: string;
  /** Where the command was given; `null` where it was given in no channel. */
  readonly channelId: string | null;
  readonly isAdmin: boolean;
}

export interface CommandInput {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Rows for people, and the same as data. Every platform shows a table in the same way, whatever the command. */
export interface AnswerTable {
  readonly heading: string;
  readonly columns: readonly string[];
  /** Texts from outside among them: a renderer escapes each cell. */
  readonly rows: readonly (readonly string[])[];
  /** Sentences under it: what to do next, or that there is nothing. */
  readonly notes: readonly string[];
  /** One object a row, for `--json`. */
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/** What a command answers, in the domain's words; each platform renders it. */
export type CommandAnswer =
  | { readonly kind: 'documents'; readonly documents: readonly MessageDocument[] }
  /** The exact payloads of a platform, for a preview. */
  | { readonly kind: 'payloads'; readonly payloads: readonly Readonly<Record<string, unknown>>[] }
  | { readonly kind: 'sources'; readonly sources: readonly SourceState[] }
  | { readonly kind: 'table'; readonly table: AnswerTable }
  | { readonly kind: 'help'; readonly commands: readonly CommandDefinition[] }
  /** Refused, with a sentence that says what is wrong and what to do. */
  | { readonly kind: 'refused'; readonly problem: string };
