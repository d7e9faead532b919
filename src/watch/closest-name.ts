import { editsBetween } from '../domain/text/edits-between.ts';

/** Edits that a slip of the fingers makes; with more, the guess is noise. */
const mostEdits = 2;

/** The name that was most likely meant; `null` when none is near. */
export function closestName(written: string, names: readonly string[]): string | null {
  const wanted = written.toLowerCase();
  const ranked = names
    .map((name) => ({ name, edits: editsBetween(wanted, name.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits);
  const [best] = ranked;
  if (best && best.edits <= Math.min(mostEdits, wanted.length / 2)) return best.name;
  if (wanted.length < 3) return null;
  return names.find((name) => name.toLowerCase().startsWith(wanted)) ?? null;
}
