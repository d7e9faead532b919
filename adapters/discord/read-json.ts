import { textAt } from '../../src/domain/json.ts';

/** A bit field, which Discord writes as a decimal text; `null` where there is none. */
export function bitsAt(value: unknown, ...path: readonly (string | number)[]): bigint | null {
  const text = textAt(value, ...path);
  return /^\d{1,20}$/.test(text) ? BigInt(text) : null;
}

/** Every object in a JSON value, the outer ones first. */
export function objectsIn(value: unknown): readonly object[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}
