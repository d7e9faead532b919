import { editsBetween } from '../../src/domain/text/edits-between.ts';

/** Farther from what was typed, a name is no guess but noise. */
const farthest = 3;

/** Up to three of the names, those that the word was most likely meant to be first. */
export function nearestNames(word: string, names: readonly string[]): readonly string[] {
  const typed = word.toLowerCase();
  return names
    .map((name) => ({ name, distance: name.startsWith(typed) ? 0 : editsBetween(typed, name) }))
    .filter(({ name, distance }) => distance <= Math.min(farthest, Math.ceil(name.length / 2)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}
