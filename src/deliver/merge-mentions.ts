import type { Mention } from '../domain/mention.ts';

/** Everybody once, in the order in which they are first named. */
export function mergeMentions(...lists: readonly (readonly Mention[])[]): readonly Mention[] {
  const byPlace = new Map<string, Mention>();
  for (const mention of lists.flat()) {
    const place = `${mention.kind} ${mention.id}`;
    if (!byPlace.has(place)) byPlace.set(place, mention);
  }
  return [...byPlace.values()];
}
