import type { Json } from '../records.ts';
import { choiceValue } from './choices.ts';
import {
  all,
  type Check,
  charsOf,
  choiceOf,
  type FieldError,
  flag,
  integer,
  jsonOf,
  jsonsOf,
  list,
  optional,
  type Path,
  shape,
  text,
  textOf,
  wrong,
} from './fields.ts';

// docs.discord.com/developers/interactions/application-commands.
const maxChars = 8_000;
const chatInputName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const subcommandTypes: readonly unknown[] = [1, 2];

const name: Check = (value, path) => {
  const problems = text(1, 32)(value, path);
  if (problems.length) return problems;
  const word = String(value);
  return chatInputName.test(word) && word === word.toLowerCase()
    ? []
    : wrong(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
};

const option: Check = (value, path) =>
  all(
    shape({
      type: integer(1, 11),
      name,
      description: text(1, 100),
      required: optional(flag),
      autocomplete: optional(flag),
      choices: optional(list(shape({ name: text(1, 100), value: choiceValue }), 0, 25)),
      options: optional(options),
      channel_types: optional(list(integer(0, 20), 0, 20)),
      min_length: optional(integer(0, 6_000)),
      max_length: optional(integer(1, 6_000)),
    }),
    autocompleteWithoutChoices,
  )(value, path);

const autocompleteWithoutChoices: Check = (value, path) => {
  const { autocomplete, choices, type } = jsonOf(value);
  if (!autocomplete) return [];
  const isPossible = [3, 4, 10].includes(Number(type)) && !(Array.isArray(choices) && choices.length);
  return isPossible
    ? []
    : wrong(
        path,
        'APPLICATION_COMMAND_AUTOCOMPLETE_INVALID',
        'Autocomplete excludes choices, and needs a string or a number.',
      );
};

const oneSort: Check = (value, path) => {
  const kinds = new Set(jsonsOf(value).map((item) => subcommandTypes.includes(item['type'])));
  return kinds.size < 2
    ? []
    : wrong(
        path,
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
};

const requiredFirst: Check = (value, path) => {
  const required = jsonsOf(value).map((item) => item['required'] === true);
  return required.flatMap((isRequired, index) =>
    isRequired && required.slice(0, index).includes(false)
      ? wrong(
          [...path, index],
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        )
      : [],
  );
};

const differentNames: Check = (value, path) => {
  const names = jsonsOf(value).map((item) => item['name']);
  return new Set(names).size === names.length
    ? []
    : wrong(path, 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique');
};

const options: Check = all(list(option, 0, 25), oneSort, requiredFirst, differentNames);

const shared = {
  default_member_permissions: optional((value: unknown, path: Path) =>
    /^\d+$/.test(String(value)) ? [] : wrong(path, 'BITFIELD_INVALID', 'Not a permission bit set.'),
  ),
  contexts: optional(list(choiceOf(0, 1, 2), 1, 3)),
  integration_types: optional(list(choiceOf(0, 1), 1, 2)),
  nsfw: optional(flag),
};
const chatInput = shape({ ...shared, name, description: text(1, 100), options: optional(options) });
const contextMenu = shape({
  ...shared,
  name: text(1, 32),
  description: optional(text(0, 0)),
  options: optional(list(option, 0, 0)),
});

/** Name, description and values of a command with all its options and choices. */
function commandChars(command: Json): number {
  const own = ['name', 'description', 'value'].map((field) => charsOf(textOf(command[field])));
  const inner = [...jsonsOf(command['options']), ...jsonsOf(command['choices'])].map(commandChars);
  return [...own, ...inner].reduce((sum, chars) => sum + chars, 0);
}

/** What is wrong with one command. */
export function commandProblems(body: unknown, path: Path): readonly FieldError[] {
  const command = jsonOf(body);
  const type = command['type'] ?? 1;
  return [
    ...choiceOf(1, 2, 3)(type, [...path, 'type']),
    ...(type === 1 ? chatInput : contextMenu)(command, path),
    ...(commandChars(command) > maxChars
      ? wrong(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${maxChars})`)
      : []),
  ];
}
