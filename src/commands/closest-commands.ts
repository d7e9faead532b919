import { editsBetween } from '../domain/text/edits-between.ts';

/** Edits that a slip of the fingers makes; with more, the guess is noise. */
const mostEdits = 2;
/** A word of three letters may have one wrong: with two, any would do. */
const lettersAnEdit = 3;
/** "digest" and "watch" have five each. */
const mostNamed = 5;

/**
 * The commands that were most likely meant, nearest first: those whose whole name is near; else those of a family whose
 * first word is, as "digest now" for "digset"; else those of which a word was written.
 */
export function closestCommands(written: string, names: readonly string[]): readonly string[] {
  const wanted = written.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (wanted === '') return [];
  const [firstWritten = ''] = wanted.split(' ');
  const whole = nearest(wanted, names, (name) => name);
  if (whole.length > 0) return whole;
  const family = nearest(firstWritten, names, (name) => name.split(' ')[0] ?? name);
  if (family.length > 0) return family;
  const words = wanted.split(' ').filter((word) => word.length > 2);
  return names
    .filter((name) => name.split(' ').some((part) => words.some((word) => part.startsWith(word))))
    .slice(0, mostNamed);
}

/** Those as near as the nearest one. */
function nearest(
  wanted: string,
  names: readonly string[],
  part: (name: string) => string,
): readonly string[] {
  const most = Math.min(mostEdits, Math.floor(wanted.length / lettersAnEdit));
  const near = names
    .map((name) => ({ name, edits: slipsBetween(wanted, part(name)) }))
    .filter(({ edits }) => edits <= most);
  const least = Math.min(...near.map(({ edits }) => edits));
  return near
    .filter(({ edits }) => edits === least)
    .slice(0, mostNamed)
    .map(({ name }) => name);
}

/** Letters in another order are one slip, not two edits. */
function slipsBetween(written: string, name: string): number {
  const edits = editsBetween(written, name);
  return edits === 2 && lettersOf(written) === lettersOf(name) ? 1 : edits;
}

function lettersOf(text: string): string {
  return [...text].toSorted().join('');
}
