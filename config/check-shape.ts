import { z } from 'zod';
import { type ConfigProblem, showValue } from './config-problem.ts';
import { didYouMean } from './did-you-mean.ts';
import type { KeyPath } from './yaml-file.ts';

export type ShapeCheck<T> =
  | { readonly kind: 'fits'; readonly value: T }
  | { readonly kind: 'misfits'; readonly problems: readonly ConfigProblem[] };

/** Checks a parsed file against its schema and tells every misfit, unknown keys with the key probably meant. */
export function checkShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  where: (path: KeyPath) => string,
): ShapeCheck<T> {
  const result = schema.safeParse(value);
  if (result.success) return { kind: 'fits', value: result.data };
  const problems = result.error.issues.flatMap((issue) => {
    const path = issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));
    if (issue.code !== 'unrecognized_keys') return [misfit(issue, path, valueAt(value, path), where(path))];
    return issue.keys.map((key) => unknownKey(schema, [...path, key], where([...path, key])));
  });
  return { kind: 'misfits', problems };
}

/** `sources.feeds[1].url`: list items count from 0, as in most tools. */
export function keyText(path: KeyPath): string {
  const text = path.map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${segment}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}

type Issue = z.core.$ZodIssue;

function misfit(issue: Issue, path: KeyPath, found: unknown, where: string): ConfigProblem {
  const key = keyText(path);
  if (issue.code === 'invalid_type') {
    const shape = issue.expected === 'array' ? 'a list' : 'a section with keys of its own';
    const wayOut = 'See config/default.yaml for how it is written.';
    return { key, where, value: showValue(found), problem: `it must be ${shape}`, wayOut };
  }
  const wayOut = issue.code === 'custom' ? String(issue.params?.['wayOut'] ?? '') : '';
  if (found === undefined) return { key, where, value: null, problem: 'it is missing', wayOut };
  return { key, where, value: showValue(found), problem: issue.message, wayOut };
}

function unknownKey(schema: z.ZodType, path: KeyPath, where: string): ConfigProblem {
  const known = knownKeys(schema, path.slice(0, -1));
  const word = String(path.at(-1));
  return {
    key: keyText(path),
    where,
    // Perhaps a token that was put into the wrong file.
    value: null,
    problem: 'there is no such setting',
    wayOut: unknownKeyWayOut(word, known),
  };
}

function unknownKeyWayOut(word: string, known: readonly string[]): string {
  const meant = didYouMean(word, known);
  if (meant !== null) return `Did you mean ${meant}?`;
  if (/token|secret|password|api_?key/i.test(word)) {
    return 'Secrets are given in the environment, never in a file of settings: remove it here.';
  }
  return `Remove it, or write one of ${known.join(', ')}.`;
}

function knownKeys(schema: unknown, path: KeyPath): readonly string[] {
  let node = schema;
  for (const segment of path) {
    if (node instanceof z.ZodArray) node = node.element;
    else if (node instanceof z.ZodObject) node = node.shape[segment];
    if (node instanceof z.ZodDefault) node = node.unwrap();
  }
  return node instanceof z.ZodObject ? Object.keys(node.shape) : [];
}

function valueAt(root: unknown, path: KeyPath): unknown {
  let node = root;
  for (const segment of path) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = Object.entries(node).find(([key]) => key === String(segment))?.[1];
  }
  return node;
}
