import type { CommandDefinition } from '../domain/command.ts';
import type { Command } from './command.ts';
import { optional } from './option.ts';
import { refused } from './reading.ts';
import { unknownCommand } from './unknown-command.ts';

/** The help is made from the table itself, so that no command can be without. */
export function createHelpCommand(definitions: () => readonly CommandDefinition[]): Command {
  return {
    definition: {
      name: 'help',
      help: 'Says what can be asked for.',
      who: 'all',
      options: [optional('command', 'One command only.')],
    },
    async handle({ command }) {
      const commands = definitions().filter(({ name }) => !command || name.startsWith(command));
      if (commands.length > 0) return { kind: 'help', commands };
      return refused(
        unknownCommand(
          command ?? '',
          definitions().map(({ name }) => name),
        ),
      );
    },
  };
}
