import type { CommandDefinition, CommandOption } from '../domain/command.ts';
import type { CommandInput } from '../domain/command-input.ts';

/** A flag counts when it is "true"; platforms that always send their flags send "false" too. */
const flagValues: readonly string[] = ['true', 'false'];

/** The first thing that is wrong with the options, as a sentence; `null` when they can be run. */
export function checkInput(input: CommandInput, definition: CommandDefinition): string | null {
  const { name, options } = input;
  const missing = definition.options.find((option) => option.isRequired && !options[option.name]?.trim());
  return (
    unknownOption(input, definition) ??
    (missing ? `"${name}" needs ${missing.name}. "help ${name}" says what it is.` : null) ??
    wrongChoice(input, definition)
  );
}

/** The same for a form, in which what is missing can still be written. */
export function problemsThatStand(input: CommandInput, definition: CommandDefinition): string | null {
  return unknownOption(input, definition) ?? wrongChoice(input, definition);
}

function unknownOption({ name, options }: CommandInput, definition: CommandDefinition): string | null {
  const known = new Set(definition.options.map((option) => option.name));
  const unknown = Object.keys(options).find((given) => !known.has(given));
  if (unknown === undefined) return null;
  return `"${name}" has no option "${unknown}". "help ${name}" lists its options.`;
}

function wrongChoice({ name, options }: CommandInput, definition: CommandDefinition): string | null {
  for (const option of definition.options) {
    const value = options[option.name];
    const allowed = allowedValues(option);
    if (value && allowed.length > 0 && !allowed.includes(value)) {
      return `"${value}" is no ${option.name} of "${name}". Write one of: ${allowed.join(', ')}.`;
    }
  }
  return null;
}

function allowedValues({ isFlag, choices }: CommandOption): readonly string[] {
  return isFlag ? flagValues : choices;
}
