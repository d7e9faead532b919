import { printQuery } from './print-query.ts';
import { isLeaf, type Query } from './query.ts';

/** The sentence that says why a query would match nearly everything; `null` when it asks for something. */
export function checkQuery(query: Query): string | null {
  if (isLeaf(query)) return null;
  if (query.kind === 'not') return onlyExcludes(printQuery(query));
  return query.kind === 'and' ? checkAll(query.parts) : firstProblem(query.parts.map(checkQuery));
}

function checkAll(parts: readonly Query[]): string | null {
  if (parts.every(({ kind }) => kind === 'not')) {
    return onlyExcludes(parts.map(printQuery).join(' '));
  }
  return firstProblem(parts.map((part) => checkQuery(part.kind === 'not' ? part.part : part)));
}

function onlyExcludes(written: string): string {
  return `${written} only says what must not be there: add a word that must, as in huawei NOT earnings.`;
}

function firstProblem(problems: readonly (string | null)[]): string | null {
  return problems.find((problem) => problem !== null) ?? null;
}
