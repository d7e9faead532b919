type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Node = { readonly [name: string]: Json };

/** Every object of a payload, outermost first. */
export function nodesOf(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? inner : [value as Node, ...inner];
}

export function blocksOf(payload: Readonly<Record<string, unknown>>): readonly Node[] {
  return payload['blocks'] as readonly Node[];
}
