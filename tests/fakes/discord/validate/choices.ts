import { type Check, type FieldError, integer, jsonOf, list, shape, text, wrong } from './fields.ts';

/** A string of 100 characters, or a number. */
export const choiceValue: Check = (value, path) => {
  if (typeof value === 'string') return text(0, 100)(value, path);
  if (typeof value === 'number') return [];
  return typeof value === 'boolean'
    ? wrong(path, 'BASE_TYPE_CHOICES', 'Must be a string or a number.')
    : integer(0, 0)(value, path);
};

const choices = shape({ choices: list(shape({ name: text(1, 100), value: choiceValue }), 0, 25) });

/** What is wrong with the data of an autocomplete answer. */
export function choiceProblems(data: unknown): readonly FieldError[] {
  return choices(jsonOf(data), ['data']);
}
