import type { MessageAction } from '../domain/action.ts';
import type {
  Actor,
  Choice,
  CommandAnswer,
  CommandDefinition,
  CompletedKind,
  FormAnswer,
} from '../domain/command.ts';
import type { CommandInput } from '../domain/command-input.ts';

type Action = Pick<MessageAction, 'how' | 'input'>;

/** What a chat platform needs to answer people: the commands, with what its buttons are too short to carry. */
export interface ChatDesk {
  readonly definitions: readonly CommandDefinition[];
  /**
   * Runs a command, and remembers what its answer offers, so that the answer can be shown. Never rejects: a failure is logged,
   * and answered with the `failedAnswer`.
   */
  run(input: CommandInput, actor: Actor): Promise<CommandAnswer>;
  /** The command to be filled in, with the present values of its options. */
  form(input: CommandInput, actor: Actor): Promise<FormAnswer>;
  /** What these words may become, best first, at most 25. */
  complete(completes: CompletedKind, words: string, actor: Actor): Promise<readonly Choice[]>;
  /** What a button or an entry with this value stands for; `null` when it is nothing of ours, or was forgotten. */
  press(value: string): Promise<Action | null>;
  /** Remembers those actions that are too long for a button. Must be done before they are shown. */
  remember(actions: readonly Action[]): Promise<void>;
  /** Keeps what a form on its way is about; tells under which key, which is its `shortHash`. */
  keep(text: string): Promise<string>;
  /** What was kept under this key; `null` when it is not kept any more. */
  kept(key: string): Promise<string | null>;
}
