import type { OptionValue, SlashInput } from '../driving.ts';
import type { FakeCommand, Json } from '../records.ts';
import { jsonsOf, numberOf } from '../validate/fields.ts';
import type { World } from '../world.ts';
import type { Acting } from './acting.ts';
import { findCommand, optionsUnder } from './find-command.ts';
import { resolvedOf } from './resolved.ts';

export interface CommandData {
  readonly name: string;
  readonly data: Json;
}

/** What Discord's client sends for a chat input command; `focused` names the option that is being typed. */
export function commandData(
  world: World,
  acting: Acting,
  input: SlashInput,
  focused: string | null,
): CommandData {
  const [name = '', ...words] = input.name.split(' ');
  const command = findCommand(world, acting, 1, name);
  const definitions = optionsUnder(command, words);
  const given = Object.entries(input.options ?? {});
  if (focused !== null && !given.some(([option]) => option === focused)) given.push([focused, '']);
  const options = given.map(([option, value]) =>
    optionData(command, definitions, option, value, focused === option),
  );
  if (focused === null) checkRequired(definitions, input);
  return {
    name,
    data: {
      id: command.id,
      name,
      type: 1,
      options: nested(command, words, options),
      ...(command.guildId === null ? {} : { guild_id: command.guildId }),
      ...resolvedOf(world, acting, options),
    },
  };
}

function checkRequired(definitions: readonly Json[], { options = {}, name }: SlashInput): void {
  const missing = definitions.filter(
    (each) => each['required'] === true && !(String(each['name']) in options),
  );
  if (missing.length) throw new Error(`"${name}" needs ${missing.map((each) => each['name']).join(', ')}.`);
}

function optionData(
  command: FakeCommand,
  definitions: readonly Json[],
  name: string,
  value: OptionValue,
  isFocused: boolean,
): Json {
  const definition = definitions.find((each) => each['name'] === name);
  if (!definition) throw new Error(`The command "${command.name}" has no option "${name}".`);
  if (isFocused && definition['autocomplete'] !== true)
    throw new Error(`The option "${name}" does not complete.`);
  if (!isFocused) checkValue(definition, value);
  return { name, type: definition['type'], value, ...(isFocused ? { focused: true } : {}) };
}

/** What Discord's client does not let a person send. */
function checkValue(definition: Json, value: OptionValue): void {
  const problem = kindProblem(numberOf(definition['type']), value) ?? boundProblem(definition, value);
  if (problem === null) return;
  throw new Error(`The option "${definition['name']}" does not take ${JSON.stringify(value)}: ${problem}.`);
}

const kindOfType: ReadonlyMap<number, string> = new Map([
  [4, 'number'],
  [5, 'boolean'],
  [10, 'number'],
]);

function kindProblem(type: number, value: OptionValue): string | null {
  const wanted = kindOfType.get(type) ?? 'string';
  if (wanted !== typeof value) return `it is no ${wanted}`;
  return type === 4 && !Number.isInteger(value) ? 'it is no integer' : null;
}

function boundProblem(definition: Json, value: OptionValue): string | null {
  const choices = jsonsOf(definition['choices']);
  if (choices.length && !choices.some((choice) => choice['value'] === value))
    return 'it is not among the choices';
  const { min_length: minLength = 0, max_length: maxLength = 6_000 } = definition;
  const { min_value: minValue = -Infinity, max_value: maxValue = Infinity } = definition;
  const [size, min, max] =
    typeof value === 'string' ? [value.length, minLength, maxLength] : [Number(value), minValue, maxValue];
  if (size < Number(min)) return 'it is too small';
  return size > Number(max) ? 'it is too big' : null;
}

/** The options under the subcommand group and the subcommand. */
function nested(command: FakeCommand, words: readonly string[], options: readonly Json[]): readonly Json[] {
  const types = words.length === 2 ? [2, 1] : [1];
  return words
    .toReversed()
    .reduce<readonly Json[]>(
      (inner, word, index) => [{ name: word, type: types.at(-1 - index) ?? command.type, options: inner }],
      options,
    );
}
