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

/** Letters to insert, delete or replace to make one text of the other. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
