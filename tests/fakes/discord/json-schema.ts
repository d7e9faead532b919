import type { Json } from './records.ts';
import { charsOf, isJson, jsonOf, jsonsOf, listOf } from './validate/fields.ts';

/**
 * What is wrong with a value by a JSON Schema, as far as Discord's description uses it: types, references, unions, bounds,
 * enumerations, patterns. A `oneOf` is taken as one of them at least: Discord's branches overlap.
 */
export function schemaProblems(
  document: Json,
  schema: Json,
  value: unknown,
  path: string,
): readonly string[] {
  const { $ref } = schema;
  if (typeof $ref === 'string') return schemaProblems(document, lookUp(document, $ref), value, path);
  return [
    ...typeProblems(schema, value, path),
    ...boundProblems(schema, value, path),
    ...unionProblems(document, schema, value, path),
    ...(Array.isArray(value) ? listProblems(document, schema, value, path) : []),
    ...(isJson(value) ? objectProblems(document, schema, value, path) : []),
  ];
}

/** Throws where there is no such schema: an empty one would find nothing wrong with anything. */
function lookUp(document: Json, ref: string): Json {
  const found = ref
    .slice(2)
    .split('/')
    .reduce<unknown>((place, key) => jsonOf(place)[key], document);
  if (!isJson(found)) throw new Error(`The description has no ${ref}.`);
  return found;
}

function kindOf(value: unknown): readonly string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return [typeof value];
}

function typeProblems(
  { type, enum: choices, const: only }: Json,
  value: unknown,
  path: string,
): readonly string[] {
  const types = [type].flat();
  const isRightType = type === undefined || kindOf(value).some((kind) => types.includes(kind));
  if (!isRightType) return [`${path} is no ${types.join(' or ')}`];
  if (Array.isArray(choices) && !choices.includes(value)) return [`${path} is none of ${choices.join(', ')}`];
  return only === undefined || only === value ? [] : [`${path} is not ${String(only)}`];
}

function boundProblems(schema: Json, value: unknown, path: string): readonly string[] {
  const within = (size: number, min: unknown, max: unknown) =>
    size >= Number(min ?? -Infinity) && size <= Number(max ?? Infinity)
      ? []
      : [`${path}: ${size} is out of bounds`];
  if (typeof value === 'number') return within(value, schema['minimum'], schema['maximum']);
  if (Array.isArray(value)) return within(value.length, schema['minItems'], schema['maxItems']);
  if (typeof value !== 'string') return [];
  const { pattern } = schema;
  const fits = typeof pattern !== 'string' || new RegExp(pattern, 'u').test(value);
  return [
    ...within(charsOf(value), schema['minLength'], schema['maxLength']),
    ...(fits ? [] : [`${path} does not fit ${String(pattern)}`]),
  ];
}

function unionProblems(document: Json, schema: Json, value: unknown, path: string): readonly string[] {
  const every = jsonsOf(schema['allOf']).flatMap((part) => schemaProblems(document, part, value, path));
  const unions = [schema['oneOf'], schema['anyOf']].filter((union) => Array.isArray(union));
  return [
    ...every,
    ...unions.flatMap((union) => {
      const branches = jsonsOf(union).map((branch) => schemaProblems(document, branch, value, path));
      // The branch that comes nearest tells best what is wrong.
      return branches.toSorted((left, right) => left.length - right.length)[0] ?? [];
    }),
  ];
}

function listProblems(
  document: Json,
  schema: Json,
  value: readonly unknown[],
  path: string,
): readonly string[] {
  const { items } = schema;
  const isUnique = new Set(value.map((item) => JSON.stringify(item))).size === value.length;
  return [
    ...(schema['uniqueItems'] === true && !isUnique ? [`${path} has an item twice`] : []),
    ...(isJson(items)
      ? value.flatMap((item, index) => schemaProblems(document, items, item, `${path}/${index}`))
      : []),
  ];
}

function objectProblems(document: Json, schema: Json, value: Json, path: string): readonly string[] {
  const { additionalProperties: others } = schema;
  const properties = jsonOf(schema['properties']);
  const missing = listOf(schema['required']).filter((name) => value[String(name)] === undefined);
  const given = Object.entries(value).filter(([, item]) => item !== undefined);
  return [
    ...missing.map((name) => `${path}/${name} is missing`),
    ...given.flatMap(([name, item]) => {
      const property = properties[name] ?? others;
      if (isJson(property)) return schemaProblems(document, property, item, `${path}/${name}`);
      return property === false ? [`${path}/${name} is unknown`] : [];
    }),
  ];
}
