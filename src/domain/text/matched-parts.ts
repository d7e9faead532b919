/** A stretch of a text, and whether it is one of the words that matched. */
export interface TextPart {
  readonly text: string;
  readonly isMatched: boolean;
}

/** Scripts that are written without spaces: a word of theirs has no boundary to ask for. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const spacedLetter = String.raw`[[\p{L}\p{N}\p{M}]--[${unspaced}]]`;
const startsSpaced = new RegExp(`^${spacedLetter}`, 'v');
const endsSpaced = new RegExp(`${spacedLetter}$`, 'v');

/**
 * A text in parts that give it again when they are joined. Words match as they stand, capitals and all: in Latin script
 * between word boundaries, in Han script anywhere. Of two at one place the longer wins; neighbors are one part.
 */
export function matchedParts(text: string, words: readonly string[]): readonly TextPart[] {
  // Looked for before a pattern is made: to compile one costs more than all else here, and most words stand elsewhere.
  const wanted = words.filter((word) => word.trim() !== '' && text.includes(word));
  if (wanted.length === 0) return plainPart(text);
  const longestFirst = [...wanted].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(bounded).join('|'), 'gv');
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const last = parts.at(-1);
    const isNeighbor = match.index === end && last !== undefined;
    if (isNeighbor) parts[parts.length - 1] = { text: last.text + match[0], isMatched: true };
    else parts.push(...plainPart(text.slice(end, match.index)), { text: match[0], isMatched: true });
    end = match.index + match[0].length;
  }
  return [...parts, ...plainPart(text.slice(end))];
}

function plainPart(text: string): readonly TextPart[] {
  return text === '' ? [] : [{ text, isMatched: false }];
}

function bounded(word: string): string {
  const before = startsSpaced.test(word) ? `(?<!${spacedLetter})` : '';
  const after = endsSpaced.test(word) ? `(?!${spacedLetter})` : '';
  return before + word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') + after;
}
