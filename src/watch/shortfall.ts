import { matchQuery } from './match-query.ts';
import type { MatchSubject } from './match-subject.ts';
import type { Query } from './query.ts';

/**
 * The fewest parts of a query that keep it from holding: none when it holds. Of alternatives the nearest counts, and
 * where none of them is begun, they are one part.
 */
export function shortfallOf(query: Query, subject: MatchSubject): readonly Query[] {
  switch (query.kind) {
    case 'and':
      return query.parts.flatMap((part) => shortfallOf(part, subject));
    case 'or': {
      const nearest = query.parts
        .map((part) => shortfallOf(part, subject))
        .reduce((best, each) => (each.length < best.length ? each : best));
      const isBegun = !nearest.some((part) => query.parts.includes(part));
      return nearest.length === 0 || isBegun ? nearest : [query];
    }
    case 'not':
    case 'words':
    case 'substring':
    case 'regex':
    case 'entity':
    case 'cite':
    case 'about':
    case 'verdict':
    case 'tier':
    case 'lang':
      return matchQuery(query, subject).isMatch ? [] : [query];
  }
}
