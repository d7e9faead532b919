import type { CommandDefinition, CommandOption } from '../../src/domain/command.ts';
import type { CommandInput } from '../../src/domain/command-input.ts';
import { nearestNames } from './nearest-names.ts';
import { type CommandWord, commandWords, unquoted } from './read-command-words.ts';
import { idsOfSlackText, mentionsOfSlackText, plainSlackText } from './read-slack-text.ts';

/** What somebody wrote behind the slash command. */
export type WireCommand =
  /** Nothing at all. */
  | { readonly kind: 'start' }
  | { readonly kind: 'run'; readonly input: CommandInput }
  /** A command without what it must have: its form asks for it. */
  | { readonly kind: 'form'; readonly input: CommandInput }
  /** The first word of several commands, alone. */
  | { readonly kind: 'group'; readonly commands: readonly CommandDefinition[] }
  /** `problem` is a sentence with what may have been meant. Raw: it holds what was typed. */
  | { readonly kind: 'unknown'; readonly problem: string };

/** Reads `COMMAND [SUBCOMMAND] [VALUE] [name:value …] [flag …]` as Slack sends it, with `should_escape` on. */
export function parseWireCommand(text: string, definitions: readonly CommandDefinition[]): WireCommand {
  const [first = '', second = ''] = text.trim().split(/\s+/);
  if (first === '') return { kind: 'start' };
  const group = first.toLowerCase();
  const name = `${group} ${second.toLowerCase()}`;
  const byBoth = definitions.find((definition) => definition.name === name);
  if (byBoth) return readOptions(afterWords(text, 2), byBoth);
  const byFirst = definitions.find((definition) => definition.name === group);
  if (byFirst) return readOptions(afterWords(text, 1), byFirst);
  const commands = definitions.filter((definition) => definition.name.startsWith(`${group} `));
  if (commands.length === 0) return unknownCommand(plainSlackText(first), definitions);
  return second === '' ? { kind: 'group', commands } : unknownSubcommand(group, second, commands);
}

function afterWords(text: string, count: number): string {
  return text.trim().replace(new RegExp(`^(?:\\S+\\s*){${count}}`), '');
}

function unknownCommand(word: string, definitions: readonly CommandDefinition[]): WireCommand {
  const names = new Set(definitions.map(({ name }) => name.split(' ')[0] ?? name));
  const near = nearestNames(word, [...names]).map((name) => `/wire ${name}`);
  const guess = near.length > 0 ? `Did you mean ${near.join(' or ')}? ` : '';
  return { kind: 'unknown', problem: `There is no command "${word}". ${guess}/wire help lists them all.` };
}

function unknownSubcommand(
  group: string,
  typed: string,
  commands: readonly CommandDefinition[],
): WireCommand {
  const names = commands.map(({ name }) => name.slice(group.length + 1));
  const word = plainSlackText(typed);
  const near = nearestNames(word, names);
  const offered = (near.length > 0 ? near : names).map((name) => `/wire ${group} ${name}`);
  const guess = near.length > 0 ? `Did you mean ${offered.join(' or ')}?` : `Write ${offered.join(' or ')}.`;
  return { kind: 'unknown', problem: `"${group}" has no "${word}". ${guess}` };
}

function readOptions(rest: string, definition: CommandDefinition): WireCommand {
  const optionOf = (name: string) => definition.options.find((option) => option.name === name);
  const isFlag = (name: string) => optionOf(name)?.isFlag === true;
  const words = commandWords(rest, (name) => optionOf(name) !== undefined, isFlag);
  const { plain, flags } = withoutFlags(
    words.flatMap((word) => (word.kind === 'word' ? [word.raw] : [])),
    isFlag,
  );
  const named = words.flatMap((word) =>
    word.kind === 'option' ? [namedValue(word, optionOf(word.name))] : [],
  );
  const subject = subjectOf(definition);
  const leftOver = plain.join(' ');
  if (leftOver !== '' && !subject) return misplaced(leftOver, definition);
  const options = Object.fromEntries([
    ...(subject && leftOver !== '' ? [[subject.name, subjectValue(leftOver, subject)] as const] : []),
    ...flags.map((name) => [name, 'true'] as const),
    ...named,
  ]);
  const isComplete = definition.options.every(({ name, isRequired }) => !isRequired || options[name]?.trim());
  return { kind: isComplete ? 'run' : 'form', input: { name: definition.name, options } };
}

/** Names of flags behind the value are flags; before its last word they belong to it, as in a question. */
function withoutFlags(words: readonly string[], isFlag: (name: string) => boolean) {
  const plain = [...words];
  const flags: string[] = [];
  while (isFlag((plain.at(-1) ?? '').toLowerCase())) flags.push((plain.pop() ?? '').toLowerCase());
  return { plain, flags };
}

/**
 * What a command is about stands without a name, as on the command line: its one required option, or the only option
 * where that is not required, or the first that names a story or a watch.
 */
function subjectOf({ options }: CommandDefinition): CommandOption | null {
  const required = options.filter(({ isRequired }) => isRequired);
  if (required.length > 0) return required.length === 1 ? (required[0] ?? null) : null;
  const [first] = options.filter(({ isFlag }) => !isFlag);
  return first && (options.length === 1 || first.completes !== null) ? first : null;
}

function misplaced(words: string, { name, options }: CommandDefinition): WireCommand {
  const offered = options.map((option) => (option.isFlag ? option.name : `${option.name}:…`));
  const advice = offered.length > 0 ? `Write its options as ${offered.join(' ')}.` : 'It takes no options.';
  return {
    kind: 'unknown',
    problem: `"${plainSlackText(words)}" belongs to no option of "${name}". ${advice}`,
  };
}

function subjectValue(raw: string, { completes }: CommandOption): string {
  const text = unquoted(raw) ?? raw;
  return completes === 'channel' ? idsOfSlackText(text) : plainSlackText(text);
}

function namedValue(
  { name, raw }: Extract<CommandWord, { kind: 'option' }>,
  option: CommandOption | undefined,
): readonly [string, string] {
  const text = unquoted(raw) ?? raw;
  // A bare `name:` of a flag gives it.
  if (option?.isFlag && text === '') return [name, 'true'];
  // Where a channel is asked for, a person stands for their direct messages (see `personChannel`).
  const isOfPersons = name === 'mention' || option?.completes === 'channel';
  return [name, isOfPersons ? mentionsOfSlackText(text) : idsOfSlackText(text)];
}
