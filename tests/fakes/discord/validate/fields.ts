import type { Json } from '../records.ts';

export type Path = readonly (string | number)[];

/** One thing that is wrong with a body, with Discord's own code for it. */
export interface FieldError {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

export type Check = (value: unknown, path: Path) => readonly FieldError[];

export function wrong(path: Path, code: string, message: string): readonly FieldError[] {
  return [{ path, code, message }];
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as an object; `{}` for what is none. */
export function jsonOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects among the items of a list. */
export function jsonsOf(value: unknown): readonly Json[] {
  return listOf(value).filter(isJson);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function lengthProblem(length: number, min: number, max: number, path: Path): readonly FieldError[] {
  if (length >= min && length <= max) return [];
  if (min === 0) return wrong(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  return wrong(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
}

/** Characters as Discord counts them: code points. */
export function charsOf(text: string): number {
  return [...text].length;
}

export function text(min: number, max: number): Check {
  return (value, path) => {
    if (typeof value !== 'string')
      return wrong(path, 'STRING_TYPE_CONVERT', 'Could not interpret the value as a string.');
    if (value.length <= max && value.length >= min) return [];
    return lengthProblem(charsOf(value), min, max, path);
  };
}

export function integer(min: number, max: number): Check {
  return (value, path) => {
    if (!Number.isInteger(value)) return wrong(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
    const number = Number(value);
    if (number < min)
      return wrong(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    if (number > max)
      return wrong(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    return [];
  };
}

export const flag: Check = (value, path) =>
  typeof value === 'boolean' ? [] : wrong(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');

export const snowflake: Check = (value, path) =>
  /^\d{1,20}$/.test(String(value))
    ? []
    : wrong(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`);

export function choiceOf(...values: readonly unknown[]): Check {
  return (value, path) =>
    values.includes(value)
      ? []
      : wrong(path, 'BASE_TYPE_CHOICES', `Value must be one of (${values.map(String).join(', ')}).`);
}

export function list(item: Check, min: number, max: number): Check {
  return (value, path) => {
    if (!Array.isArray(value))
      return wrong(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.');
    const problem = lengthProblem(value.length, min, max, path);
    return [...problem, ...value.flatMap((entry, index) => item(entry, [...path, index]))];
  };
}

/** `undefined` and `null` are as good as left out. */
export function optional(check: Check): Check {
  return (value, path) => (value === undefined || value === null ? [] : check(value, path));
}

/** Fields that are not named are ignored, as Discord does. */
export function shape(fields: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (!isJson(value))
      return wrong(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType.');
    return Object.entries(fields).flatMap(([name, check]) => {
      const problems = check(value[name], [...path, name]);
      if (value[name] !== undefined && value[name] !== null) return problems;
      return problems.length ? wrong([...path, name], 'BASE_TYPE_REQUIRED', 'This field is required') : [];
    });
  };
}

export function all(...checks: readonly Check[]): Check {
  return (value, path) => checks.flatMap((check) => check(value, path));
}

/** An http(s) address; an attachment's where `schemes` says so. */
export function url(max: number, schemes: readonly string[] = ['http', 'https']): Check {
  return (value, path) => {
    const problems = text(1, max)(value, path);
    if (problems.length) return problems;
    const address = String(value);
    if (!schemes.some((scheme) => address.startsWith(`${scheme}://`)))
      return wrong(
        path,
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${address.split(':')[0]}" is not supported. Scheme must be one of (${schemes.join(', ')}).`,
      );
    return URL.canParse(address) ? [] : wrong(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  };
}
