import type { Actor } from '../domain/command.ts';
import type { Command } from './command.ts';
import { commandTable } from './command-table.ts';
import { ok, type Reading, refused } from './reading.ts';
import { unknownCommand } from './unknown-command.ts';

const commandNames: readonly string[] = commandTable.map(({ definition }) => definition.name);

/** The command with this name, if there is one and this person may run it. */
export function permittedCommand(name: string, actor: Actor): Reading<Command> {
  const command = commandTable.find(({ definition }) => definition.name === name);
  if (!command) return refused(unknownCommand(name, commandNames));
  if (command.definition.who === 'admins' && !actor.isAdmin) {
    return refused(`Only ${actor.admins} may run "${name}"; ask one of them.`);
  }
  return ok(command);
}
