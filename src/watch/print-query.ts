import type { Query } from './query.ts';

/** A query as text that parses to the same query. Two queries that print the same match the same. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'and':
      return query.parts.map(printPart).join(' AND ');
    case 'or':
      return query.parts.map(printPart).join(' OR ');
    case 'not':
      return `NOT ${printPart(query.part)}`;
    case 'words':
    case 'substring':
    case 'regex':
    case 'entity':
    case 'cite':
    case 'about':
    case 'verdict':
    case 'tier':
    case 'lang':
      return query.written;
  }
}

function printPart(query: Query): string {
  return query.kind === 'and' || query.kind === 'or' ? `(${printQuery(query)})` : printQuery(query);
}
