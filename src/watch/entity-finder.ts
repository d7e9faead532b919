import { createTermMatcher, prepareForMatching } from '../domain/text/term-matcher.ts';
import { isLeaf, type Query } from './query.ts';

/** Which of the entities that the queries name stand in a text, in one pass over it. */
export interface EntityFinder {
  find(text: string): ReadonlySet<string>;
}

export function createEntityFinder(queries: readonly Query[]): EntityFinder {
  const aliasesById = new Map<string, readonly string[]>();
  for (const query of queries) collectEntities(query, aliasesById);
  const names = Array.from(aliasesById, ([entityId, aliases]) =>
    aliases.map((alias) => ({ entityId, alias })),
  ).flat();
  const matcher = createTermMatcher(names.map(({ alias }) => alias));

  function find(text: string): ReadonlySet<string> {
    const matches = matcher.find(prepareForMatching(text));
    return new Set(matches.map(({ term }) => names[term]?.entityId ?? ''));
  }

  return { find };
}

function collectEntities(query: Query, into: Map<string, readonly string[]>): void {
  // What must not be there is judged with the query, and never leads to it.
  if (query.kind === 'not') return;
  if (isLeaf(query)) {
    if (query.kind === 'entity') into.set(query.entityId, query.aliases);
    return;
  }
  for (const part of query.parts) collectEntities(part, into);
}
