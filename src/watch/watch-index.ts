import type { Watch } from '../domain/watch.ts';
import { createEntityFinder, type EntityFinder } from './entity-finder.ts';
import { matchQuery, type QueryMatch } from './match-query.ts';
import type { MatchSubject } from './match-subject.ts';
import { printQuery } from './print-query.ts';
import type { Query } from './query.ts';
import { entityMark, type Need, needsOf, traitMark } from './query-needs.ts';
import { citationRoot } from './read-citations.ts';

export interface WatchIndex {
  /** The watches that match, in no order that means anything. */
  match(subject: MatchSubject): readonly { readonly watch: Watch; readonly match: QueryMatch }[];
}

/** Watches that ask for the same, judged once for all of them. */
interface SharedQuery {
  readonly query: Query;
  readonly watches: Watch[];
}

/** A query filed under one mark, with the others that its need names. */
interface Filed {
  readonly shared: SharedQuery;
  readonly others: readonly string[];
}

/**
 * Files each watch under the mark that the fewest watches share, so that the cost of an article grows with its words
 * and not with the watches: of 100,000 watches on "Huawei AND x", an article costs those whose x it holds.
 */
export function createWatchIndex(
  watches: readonly { readonly watch: Watch; readonly query: Query }[],
): WatchIndex {
  const shared = shareQueries(watches);
  const entities = createEntityFinder(shared.map(({ query }) => query));
  const { byMark, always } = fileAll(shared);

  function match(subject: MatchSubject): { readonly watch: Watch; readonly match: QueryMatch }[] {
    const candidates = new Set(always);
    const marks = marksOf(subject, entities);
    for (const mark of marks) {
      for (const { shared: candidate, others } of byMark.get(mark) ?? []) {
        if (others.every((other) => marks.has(other))) candidates.add(candidate);
      }
    }
    return Array.from(candidates).flatMap(({ query, watches: sharing }) => {
      const judged = matchQuery(query, subject);
      return judged.isMatch ? sharing.map((watch) => ({ watch, match: judged })) : [];
    });
  }

  return { match };
}

function shareQueries(
  watches: readonly { readonly watch: Watch; readonly query: Query }[],
): readonly SharedQuery[] {
  const byText = new Map<string, SharedQuery>();
  for (const { watch, query } of watches) {
    const text = printQuery(query);
    const known = byText.get(text);
    if (known) known.watches.push(watch);
    else byText.set(text, { query, watches: [watch] });
  }
  return [...byText.values()];
}

function fileAll(shared: readonly SharedQuery[]): {
  readonly byMark: ReadonlyMap<string, readonly Filed[]>;
  readonly always: readonly SharedQuery[];
} {
  const needed = shared.map((each) => ({ each, needs: needsOf(each.query) }));
  const popularity = countMarks(needed.flatMap(({ needs }) => needs ?? []));
  const byMark = new Map<string, Filed[]>();
  for (const { each, needs } of needed) {
    for (const need of needs ?? []) {
      const [rarest = '', ...others] = rarestFirst(need, popularity);
      const filed = byMark.get(rarest) ?? [];
      filed.push({ shared: each, others });
      byMark.set(rarest, filed);
    }
  }
  return { byMark, always: needed.filter(({ needs }) => needs === null).map(({ each }) => each) };
}

function countMarks(needs: readonly Need[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const need of needs) for (const mark of need) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}

/** Words before properties, which many articles share; then by how few watches need a mark, then the longest. */
function rarestFirst(need: Need, popularity: ReadonlyMap<string, number>): readonly string[] {
  const commonness = (mark: string) =>
    isTrait(mark) ? Number.MAX_SAFE_INTEGER : (popularity.get(mark) ?? 0);
  return [...new Set(need)].toSorted((a, b) => commonness(a) - commonness(b) || b.length - a.length);
}

function isTrait(mark: string): boolean {
  return /^(?:verdict|tier|lang):/.test(mark);
}

function marksOf(subject: MatchSubject, entities: EntityFinder): ReadonlySet<string> {
  const { whole, verdict, tier, lang } = subject;
  const marks = new Set(whole.marks());
  for (const { citation } of whole.citations()) marks.add(citationRoot(citation));
  for (const entityId of entities.find(whole.shown)) marks.add(entityMark(entityId));
  if (verdict !== null) marks.add(traitMark('verdict', verdict));
  marks.add(traitMark('tier', tier));
  marks.add(traitMark('lang', lang));
  return marks;
}
