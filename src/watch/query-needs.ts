import { aboutThreshold } from './find-leaf.ts';
import { literalWords } from './literal-words.ts';
import type { Query, WeightedToken } from './query.ts';
import { citationRoot } from './read-citations.ts';
import { unspacedGrams } from './read-words.ts';

/** Marks that an article must hold all of. */
export type Need = readonly string[];

/**
 * What an article must hold for a query to match: all marks of at least one of the needs. `null` when that cannot be
 * told, and the query must be tried on every article. Needs only rule out; what they let through is judged in full.
 */
export function needsOf(query: Query): readonly Need[] | null {
  switch (query.kind) {
    case 'and':
      return needsOfAll(query.parts);
    case 'or': {
      const needs = query.parts.map(needsOf);
      return needs.includes(null) ? null : needs.flatMap((each) => each ?? []);
    }
    case 'not':
      return null;
    case 'words':
      return [query.stems];
    case 'substring':
      return oneNeed(substringMarks(query.text));
    case 'regex':
      return oneNeed(literalWords(query.source));
    case 'entity':
      return [[entityMark(query.entityId)]];
    case 'cite':
      return [[citationRoot(query.citation)]];
    case 'about':
      return rarestOf(query.tokens);
    case 'verdict':
      return [[traitMark('verdict', query.verdict)]];
    case 'tier':
      return [[traitMark('tier', query.tier)]];
    case 'lang':
      return [[traitMark('lang', query.lang)]];
  }
}

// The colon keeps these marks apart from words, which have none.
export function entityMark(entityId: string): string {
  return `entity:${entityId}`;
}

export function traitMark(trait: 'verdict' | 'tier' | 'lang', value: string): string {
  return `${trait}:${value}`;
}

function oneNeed(marks: readonly string[]): readonly Need[] | null {
  return marks.length > 0 ? [marks] : null;
}

/** The parts with one need are all needed at once; of those with several, the one with the fewest serves. */
function needsOfAll(parts: readonly Query[]): readonly Need[] | null {
  const known = parts.map(needsOf).filter((needs) => needs !== null);
  if (known.length === 0) return null;
  const certain = known.filter(({ length }) => length === 1).flat(2);
  const [branching] = known.filter(({ length }) => length > 1).toSorted((a, b) => a.length - b.length);
  return branching ? branching.map((need) => [...certain, ...need]) : [certain];
}

/** A pair of neighbors says more than its two characters; a character alone serves where it has no neighbor. */
function substringMarks(text: string): readonly string[] {
  const grams = unspacedGrams(text);
  const pairs = grams.filter((gram) => [...gram].length > 1);
  return pairs.length > 0 ? pairs : grams;
}

/**
 * Tokens of which one must be there: without all of them the others do not reach the threshold. The longest are
 * taken, as long words are the rarer ones.
 */
function rarestOf(tokens: readonly WeightedToken[]): readonly Need[] {
  const needs: Need[] = [];
  let left = 1;
  for (const { token, weight } of tokens.toSorted((a, b) => b.token.length - a.token.length)) {
    needs.push([token]);
    left -= weight;
    // The margin covers the rounding of the weights; at the threshold itself a description matches.
    if (left < aboutThreshold - 1e-9) break;
  }
  return needs;
}
