import { matchQuery } from './match-query.ts';
import type { MatchSubject } from './match-subject.ts';
import { isLeaf, type Query } from './query.ts';

/**
 * The fewest parts of a query that keep it from holding: none when it holds. Of alternatives the nearest counts, and
 * where none of them is begun, they are one part.
 */
export function shortfallOf(query: Query, subject: MatchSubject): readonly Query[] {
  if (isLeaf(query) || query.kind === 'not') return matchQuery(query, subject).isMatch ? [] : [query];
  const shortfalls = query.parts.map((part) => shortfallOf(part, subject));
  if (query.kind === 'and') return shortfalls.flat();
  const nearest = shortfalls.reduce((best, each) => (each.length < best.length ? each : best));
  const isBegun = !nearest.some((part) => query.parts.includes(part));
  return nearest.length === 0 || isBegun ? nearest : [query];
}
