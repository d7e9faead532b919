import { printQuery } from './print-query.ts';
import type { Query } from './query.ts';

/** The sentence that says why a query would match nearly everything; `null` when it asks for something. */
export function checkQuery(query: Query): string | null {
  switch (query.kind) {
    case 'not':
      return `${printQuery(query)} only says what must not be there: add a word that must, as in huawei NOT earnings.`;
    case 'and':
      return checkAll(query.parts);
    case 'or':
      return firstProblem(query.parts.map(checkQuery));
    case 'words':
    case 'substring':
    case 'regex':
    case 'entity':
    case 'cite':
    case 'about':
    case 'verdict':
    case 'tier':
    case 'lang':
      return null;
  }
}

function checkAll(parts: readonly Query[]): string | null {
  if (parts.every(({ kind }) => kind === 'not')) {
    const written = parts.map(printQuery).join(' ');
    return `${written} only says what must not be there: add a word that must, as in huawei NOT earnings.`;
  }
  return firstProblem(parts.map((part) => checkQuery(part.kind === 'not' ? part.part : part)));
}

function firstProblem(problems: readonly (string | null)[]): string | null {
  return problems.find((problem) => problem !== null) ?? null;
}
