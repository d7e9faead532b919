import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter();

/** Holds two words together on one line; shown as a space. */
export const joiner = '\u00A0';

/** A run without spaces that must stay together, or one character of a script that is written without spaces. */
const unit =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][，。、；：！？）】」』”’]*(?:\u00A0[^ ]+)?|[^ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/**
 * Wraps text without line breaks to `width` columns as a terminal shows them (Han characters take two). Words are broken
 * only when one is longer than the line; Han text wraps between characters, but not before closing punctuation.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: Piece[] = [];
  for (const { gap, ...piece } of unitsOf(text, width)) {
    const last = lines.at(-1);
    if (last && last.columns + gap.length + piece.columns <= width) {
      const columns = last.columns + gap.length + piece.columns;
      lines[lines.length - 1] = { text: last.text + gap + piece.text, columns };
    } else lines.push(piece);
  }
  return lines.map((line) => line.text.replaceAll(joiner, ' '));
}

/** What stays together on a line, and the columns it takes. */
interface Piece {
  readonly text: string;
  readonly columns: number;
}

/** The pieces of a text in order, each with the space that parts it from the one before. */
function unitsOf(text: string, width: number): readonly (Piece & { readonly gap: '' | ' ' })[] {
  let end = 0;
  return [...text.matchAll(unit)].flatMap((match) => {
    const isParted = match.index > end;
    end = match.index + match[0].length;
    return piecesOf(match[0], width).map((piece, index) => ({
      ...piece,
      gap: isParted && index === 0 ? (' ' as const) : ('' as const),
    }));
  });
}

/** The word itself, or what it is broken into when no line holds it: pieces that fill a line, and a rest. */
function piecesOf(word: string, width: number): readonly Piece[] {
  const columns = stringWidth(word);
  if (columns <= width) return [{ text: word, columns }];
  const pieces: Piece[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const last = pieces.at(-1);
    const segmentColumns = stringWidth(segment);
    if (last && last.columns + segmentColumns <= width) {
      pieces[pieces.length - 1] = { text: last.text + segment, columns: last.columns + segmentColumns };
    } else pieces.push({ text: segment, columns: segmentColumns });
  }
  return pieces;
}

/** Fills up with spaces to `width` columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
