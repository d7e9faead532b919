import type { TextPart } from '../../src/domain/text/matched-parts.ts';
import type { Style } from './style.ts';

/**
 * Wrapped lines with the matched parts of their text in bold. A phrase may go over the end of a line, so it is found by
 * counting the characters that wrapping keeps: all but spaces. What the lines have beyond the parts stays plain.
 */
export function strongLines(
  lines: readonly string[],
  parts: readonly TextPart[],
  style: Style,
): readonly string[] {
  const isMatched = parts.flatMap((part) => [...part.text.replaceAll(' ', '')].map(() => part.isMatched));
  let position = 0;
  return lines.map((line) => {
    const characters = [...line];
    let isStrong = false;
    const marks = characters.map((character) => {
      // A space goes with what stands before it: bold where a phrase goes on, and unseen where it ends.
      if (character !== ' ') isStrong = isMatched[position++] ?? false;
      return isStrong;
    });
    return runsOf(characters, marks)
      .map((run) => (run.isStrong ? style.strong(run.text) : run.text))
      .join('');
  });
}

function runsOf(characters: readonly string[], marks: readonly boolean[]) {
  const runs: { readonly text: string; readonly isStrong: boolean }[] = [];
  for (const [index, character] of characters.entries()) {
    const isStrong = marks[index] ?? false;
    const last = runs.at(-1);
    if (last?.isStrong === isStrong) runs[runs.length - 1] = { text: last.text + character, isStrong };
    else runs.push({ text: character, isStrong });
  }
  return runs;
}
