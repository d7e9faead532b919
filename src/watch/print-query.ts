import { isLeaf, type Query } from './query.ts';

/** A query as text that parses to the same query. Two queries that print the same match the same. */
export function printQuery(query: Query): string {
  if (isLeaf(query)) return query.written;
  if (query.kind === 'not') return `NOT ${printPart(query.part)}`;
  return query.parts.map(printPart).join(query.kind === 'and' ? ' AND ' : ' OR ');
}

function printPart(query: Query): string {
  return query.kind === 'and' || query.kind === 'or' ? `(${printQuery(query)})` : printQuery(query);
}
