import type { CommandDefinition, CommandOption } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import type { GivenOption } from './read-interaction.ts';

/** Discord's references in text that people wrote (docs.discord.com/developers/reference, "Message Formatting"). */
const reference = /<(?<sign>@!?|@&|#)(?<id>\d{1,20})>/g;
/** The option of commands that names who is called; it takes several. */
const mentionOption = 'mention';

/**
 * The definition that a registered command runs. One that stands beside subcommands of its name was registered as one of
 * them (`story story`).
 */
export function definitionOf(
  name: string,
  definitions: readonly CommandDefinition[],
): CommandDefinition | null {
  const [group, second] = name.split(' ');
  const bare = group === second ? group : name;
  return definitions.find((definition) => definition.name === name || definition.name === bare) ?? null;
}

/** What was typed, as options of a command. Those that are empty, and flags that are off, are left out. */
export function readCommand(given: readonly GivenOption[], definition: CommandDefinition): CommandInput {
  const texts = Object.fromEntries(given.map(({ name, value }) => [name, String(value)]));
  return { name: definition.name, options: readOptions(texts, definition) };
}

/** The same of a form. */
export function readOptions(
  texts: CommandInput['options'],
  { options }: CommandDefinition,
): CommandInput['options'] {
  const read = Object.entries(texts).flatMap(([name, text]): readonly (readonly [string, string])[] => {
    const option = options.find((each) => each.name === name);
    const value = option ? optionValue(text.trim(), option) : '';
    return value === '' || (option?.isFlag && value === 'false') ? [] : [[name, value]];
  });
  return Object.fromEntries(read);
}

function optionValue(text: string, { name }: CommandOption): string {
  if (name === mentionOption) return mentionsIn(text);
  // Within a text a reference is part of what was written.
  const isReference = text.replace(reference, '') === '';
  return isReference ? text.replaceAll(reference, (_, sign: string, id: string) => targetOf(sign, id)) : text;
}

function targetOf(sign: string, id: string): string {
  return sign.startsWith('@') && sign !== '@&' ? `person:${id}` : id;
}

/** `person:1,role:2`; other words stay, so that the command can say what is wrong with them. */
function mentionsIn(text: string): string {
  if (!new RegExp(reference.source).test(text)) return text;
  return text
    .replaceAll(reference, (_, sign: string, id: string) => ` ${sign === '@&' ? 'role' : 'person'}:${id} `)
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .join(',');
}
