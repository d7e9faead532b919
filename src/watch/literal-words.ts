import { stem } from '../domain/text/tokens.ts';

/** Shorter ones are in most articles, or abbreviations with spellings of their own ("US", "U.S."). */
const minLetters = 4;

const piece =
  /\\b|\\[sW]\+?|(?<group>\()|(?<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?<escape>\\.)|(?<letters>[A-Za-z]+)|(?<other>.)/gsu;

/**
 * Stems of whole words that every match of a regular expression holds; empty when none can be told. Words count
 * where a boundary or a space stands on both sides, as `\bchip\b` and ` ban `; anything in a group, in an alternative
 * or before a quantifier is passed over.
 */
export function literalWords(source: string): readonly string[] {
  if (/\||\\[QpPCx]|\(\?[^:P<]/.test(source)) return [];
  const pieces = piecesOutsideGroups(source);
  return pieces
    .filter((text, i) => {
      if (text.length < minLetters || !/^[A-Za-z]+$/.test(text)) return false;
      const [before, after, quantifier] = [pieces[i - 1], pieces[i + 1], pieces[i + 2]];
      return isBoundary(before) && isBoundary(after) && !/^[?*{]/.test(quantifier ?? '');
    })
    .map((word) => stem(word.toLowerCase()));
}

/** The pieces at the top level; a group is one piece. */
function piecesOutsideGroups(source: string): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  for (const match of source.matchAll(piece)) {
    const [text] = match;
    if (text === ')') depth -= 1;
    else if (depth === 0) pieces.push(text);
    if (match.groups?.['group']) depth += 1;
  }
  return pieces;
}

function isBoundary(text: string | undefined): boolean {
  return text !== undefined && /^(?:\\b|\\[sW]\+?|[ ,;:"'])$/.test(text);
}
