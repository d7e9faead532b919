import type { CommandAnswer, CommandDefinition, CommandInput } from '../domain/command.ts';
import type { CommandRunner } from '../ports/command-runner.ts';
import { askCommand } from './ask.ts';
import { auditCommand } from './audit.ts';
import type { Command, CommandServices } from './command.ts';
import { compareCommand } from './compare.ts';
import { deliveriesApproveCommand } from './deliveries-approve.ts';
import { deliveriesDiscardCommand } from './deliveries-discard.ts';
import { deliveriesListCommand } from './deliveries-list.ts';
import { deliveriesRetryCommand } from './deliveries-retry.ts';
import { digestArchiveCommand } from './digest-archive.ts';
import { digestNowCommand } from './digest-now.ts';
import { digestPauseCommand } from './digest-pause.ts';
import { digestPreviewCommand } from './digest-preview.ts';
import { digestScheduleCommand } from './digest-schedule.ts';
import { followStoryCommand } from './follow.ts';
import { createHelpCommand } from './help.ts';
import { muteCommand } from './mute.ts';
import { settingsCommand } from './settings.ts';
import { sourcesListCommand } from './sources-list.ts';
import { storyCommand } from './story.ts';
import { watchAddCommand } from './watch-add.ts';
import { watchEditCommand } from './watch-edit.ts';
import { watchListCommand } from './watch-list.ts';
import { watchRemoveCommand } from './watch-remove.ts';
import { watchTestCommand } from './watch-test.ts';

/** The command table. A new command is one file and one line here. */
const table: readonly Command[] = [
  askCommand,
  storyCommand,
  compareCommand,
  followStoryCommand,
  muteCommand,
  digestNowCommand,
  digestPreviewCommand,
  digestScheduleCommand,
  digestPauseCommand,
  digestArchiveCommand,
  watchAddCommand,
  watchListCommand,
  watchEditCommand,
  watchRemoveCommand,
  watchTestCommand,
  sourcesListCommand,
  deliveriesListCommand,
  deliveriesRetryCommand,
  deliveriesApproveCommand,
  deliveriesDiscardCommand,
  settingsCommand,
  auditCommand,
  createHelpCommand(() => commandDefinitions),
];

export const commandDefinitions: readonly CommandDefinition[] = table.map(({ definition }) => definition);

/** A flag counts when it is "true"; platforms that always send their flags send "false" too. */
const flagValues: readonly string[] = ['true', 'false'];

/** Runs the table's commands with the rooms' services. */
export function createCommandRunner(services: CommandServices): CommandRunner {
  return {
    definitions: commandDefinitions,
    async run(input, actor) {
      const command = table.find(({ definition }) => definition.name === input.name);
      if (!command) return refuse(`There is no command "${input.name}". "help" lists them all.`);
      if (command.definition.who === 'admins' && !actor.isAdmin) {
        return refuse(`Only admins may run "${input.name}". Ask an admin of this workspace.`);
      }
      const problem = problemWith(input, command.definition);
      return problem ? refuse(problem) : command.handle(input.options, actor, services);
    },
  };
}

function refuse(problem: string): CommandAnswer {
  return { kind: 'refused', problem };
}

/** The first thing that is wrong with the options, as a sentence. */
function problemWith({ name, options }: CommandInput, definition: CommandDefinition): string | null {
  for (const given of Object.keys(options)) {
    if (!definition.options.some((option) => option.name === given)) {
      return `"${name}" has no option "${given}". "help ${name}" lists its options.`;
    }
  }
  for (const { name: option, isRequired, choices, isFlag } of definition.options) {
    const value = options[option];
    if (isRequired && !value?.trim()) return `"${name}" needs ${option}. "help ${name}" says what it is.`;
    const allowed = isFlag ? flagValues : choices;
    if (value && allowed.length > 0 && !allowed.includes(value)) {
      return `"${value}" is no ${option} of "${name}". Write one of: ${allowed.join(', ')}.`;
    }
  }
  return null;
}
