import type { MessageAction } from './action.ts';
import type { Platform } from './delivery.ts';
import type { MessageDocument } from './message-document.ts';
import type { SourceState } from './source.ts';
import type { Language } from './words/words.ts';

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
  readonly completes: 'story' | 'watch' | 'source' | 'channel' | 'delivery' | null;
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
  /** Who sees the answer where it is given in a channel; without, the person who asked. */
  readonly answers?: 'everyone' | 'person';
}

/** Who asks, and from where. */
export interface Actor {
  readonly platform: Platform;
  readonly workspaceId: string;
  readonly personId: string;
  /** Where the command was given; `null` where it was given in no channel. */
  readonly channelId: string | null;
  readonly isAdmin: boolean;
  /** Who the admins are, to stand in a refusal: `workspace owners and admins`. */
  readonly admins: string;
  /** Names the thread in which somebody asks one question after another; `null` outside of one. */
  readonly conversationId: string | null;
  readonly language: Language;
}

/** Rows for people, and the same as data. Every platform shows a table in the same way, whatever the command. */
export interface AnswerTable {
  readonly heading: string;
  readonly columns: readonly string[];
  /** Texts from outside among them: a renderer escapes each cell. */
  readonly rows: readonly (readonly string[])[];
  /** Sentences under it: what to do next, or that there is nothing. */
  readonly notes: readonly string[];
  /** One object a row, for `--json`; a long table has more of them than rows. */
  readonly data: readonly Readonly<Record<string, unknown>>[];
  /** What can be done with each row, in the order of the rows; without, nothing. */
  readonly rowActions?: readonly (readonly MessageAction[])[];
  /** What can be done with the whole. */
  readonly actions?: readonly MessageAction[];
}

/** A count for each day, oldest first. A platform draws it, or writes it out. */
export interface DayChart {
  readonly heading: string;
  /** `day` is a date as `2026-11-10`. */
  readonly days: readonly { readonly day: string; readonly count: number }[];
  /** The same in a sentence or two, for those who do not see the picture. */
  readonly text: string;
}

/** A value that can be chosen while an option is typed. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A command to be filled in: its definition, with the values that its options have now. */
export interface CommandForm {
  readonly kind: 'form';
  readonly definition: CommandDefinition;
  readonly values: Readonly<Record<string, string>>;
}

/** What an option that completes is completed to. */
export type CompletedKind = NonNullable<CommandOption['completes']>;

/** Sources with how each fares. */
export interface SourcesAnswer {
  readonly kind: 'sources';
  readonly sources: readonly SourceState[];
  /** What can be done with each source, in the order of the sources; without, nothing. */
  readonly rowActions?: readonly (readonly MessageAction[])[];
  /** Sentences under them. */
  readonly notes?: readonly string[];
}

/** What a command answers, in the domain's words; each platform renders it. */
export type CommandAnswer =
  | { readonly kind: 'documents'; readonly documents: readonly MessageDocument[] }
  /** The exact payloads of a platform, for a preview. */
  | { readonly kind: 'payloads'; readonly payloads: readonly Readonly<Record<string, unknown>>[] }
  | SourcesAnswer
  | { readonly kind: 'table'; readonly table: AnswerTable }
  | { readonly kind: 'chart'; readonly chart: DayChart }
  | { readonly kind: 'help'; readonly commands: readonly CommandDefinition[] }
  /** Refused, with a sentence that says what is wrong and what to do. */
  | { readonly kind: 'refused'; readonly problem: string };

/** What asking for the form of a command brings. */
export type FormAnswer = CommandForm | Extract<CommandAnswer, { readonly kind: 'refused' }>;
