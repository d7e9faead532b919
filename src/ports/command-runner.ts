import type { Actor, CommandAnswer, CommandDefinition, CommandInput } from '../domain/command.ts';

/** Runs commands for a platform, which sees definitions and answers and never a handler. */
export interface CommandRunner {
  readonly definitions: readonly CommandDefinition[];
  /** Checks who may run it and the options, then runs it. */
  run(input: CommandInput, actor: Actor): Promise<CommandAnswer>;
}
