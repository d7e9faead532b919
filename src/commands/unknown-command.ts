import { closestCommands } from './closest-commands.ts';

const list = new Intl.ListFormat('en', { type: 'disjunction' });

/** The sentence for a name that no command has, with those that may have been meant. */
export function unknownCommand(name: string, names: readonly string[]): string {
  const near = closestCommands(name, names);
  const guess = near.length > 0 ? `Did you mean ${list.format(near.map((each) => `"${each}"`))}? ` : '';
  return `There is no command "${name}". ${guess}"help" lists them all.`;
}
