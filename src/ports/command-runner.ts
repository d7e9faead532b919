import type {
  Actor,
  Choice,
  CommandAnswer,
  CommandDefinition,
  CompletedKind,
  FormAnswer,
} from '../domain/command.ts';
import type { CommandInput } from '../domain/command-input.ts';

/** Runs commands for a platform, which sees definitions and answers and never a handler. */
export interface CommandRunner {
  readonly definitions: readonly CommandDefinition[];
  /** Checks who may run it and the options, then runs it. */
  run(input: CommandInput, actor: Actor): Promise<CommandAnswer>;
  /** The command to be filled in, with the present values of what its options name (a watch, a channel's settings). */
  form(input: CommandInput, actor: Actor): Promise<FormAnswer>;
  /** What these words may become, best first, at most 25, of what the actor sees. Channels are completed by platforms. */
  complete(completes: CompletedKind, words: string, actor: Actor): Promise<readonly Choice[]>;
}
