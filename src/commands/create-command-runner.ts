import type { CommandDefinition } from '../domain/command.ts';
import type { CommandRunner } from '../ports/command-runner.ts';
import { checkInput, problemsThatStand } from './check-input.ts';
import type { CommandServices } from './command.ts';
import { commandTable } from './command-table.ts';
import { completeOption } from './complete-option.ts';
import { fillForm } from './fill-form.ts';
import { permittedCommand } from './permitted-command.ts';

export const commandDefinitions: readonly CommandDefinition[] = commandTable.map(
  ({ definition }) => definition,
);

/** Runs the table's commands with the rooms' services. */
export function createCommandRunner(services: CommandServices): CommandRunner {
  return {
    definitions: commandDefinitions,
    async run(input, actor) {
      const command = permittedCommand(input.name, actor);
      if (command.kind === 'refused') return command;
      const problem = checkInput(input, command.value.definition);
      if (problem !== null) return { kind: 'refused', problem };
      return command.value.handle(input.options, actor, services);
    },
    async form(input, actor) {
      const command = permittedCommand(input.name, actor);
      if (command.kind === 'refused') return command;
      const problem = problemsThatStand(input, command.value.definition);
      if (problem !== null) return { kind: 'refused', problem };
      return fillForm(command.value, input.options, actor, services);
    },
    complete: (completes, words, actor) => completeOption(completes, words, actor, services),
  };
}
