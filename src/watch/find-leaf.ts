import type { TextLeaf, WeightedToken } from './query.ts';
import { isWithin } from './read-citations.ts';
import type { SearchText } from './search-text.ts';

/**
 * Share of a description's weight that an article must hold. Below a half, two reports of different events that
 * share a company and a country match; near one, an inflection or a synonym is enough to miss.
 */
export const aboutThreshold = 0.6;

/** A quote of one sentence holds less of a description than the article around it. */
const aboutThresholdInPart = 0.3;

/**
 * The words that make a leaf hold, as they stand in the text; empty when it does not hold. `part` asks of quotes
 * from a text that holds the leaf as a whole.
 */
export function findLeaf(
  leaf: TextLeaf,
  text: SearchText,
  extent: 'whole' | 'part' = 'whole',
): readonly string[] {
  switch (leaf.kind) {
    case 'words':
      return findWords(leaf.stems, text);
    case 'substring':
      return findSubstring(leaf.text, text);
    case 'regex':
      return listOf(leaf.pattern.firstMatch(text.shown));
    case 'entity':
      return listOf(text.findEntity(leaf.aliases));
    case 'cite': {
      const found = text.citations().find(({ citation }) => isWithin(leaf.citation, citation));
      return found ? [text.shown.slice(found.start, found.end)] : [];
    }
    case 'about':
      return findAbout(leaf.tokens, text, extent === 'whole' ? aboutThreshold : aboutThresholdInPart);
  }
}

function listOf(found: string | null): readonly string[] {
  return found === null || found === '' ? [] : [found];
}

function findWords(stems: readonly string[], text: SearchText): readonly string[] {
  const [first = ''] = stems;
  const words = text.words();
  for (const index of text.positions().get(first) ?? []) {
    if (!stems.every((stem, i) => words[index + i]?.stem === stem)) continue;
    return [text.shown.slice(words[index]?.start, words[index + stems.length - 1]?.end)];
  }
  return [];
}

function findSubstring(wanted: string, text: SearchText): readonly string[] {
  const start = text.folded.indexOf(wanted);
  return start < 0 ? [] : [text.shown.slice(start, start + wanted.length)];
}

function findAbout(tokens: readonly WeightedToken[], text: SearchText, threshold: number): readonly string[] {
  const marks = text.marks();
  const held = tokens.filter(({ token }) => marks.has(token));
  const share = held.reduce((sum, { weight }) => sum + weight, 0);
  // Weights are fractions: 0.2 + 0.4 is a little more than 0.6, and other sums are a little less.
  if (share < threshold - Number.EPSILON * tokens.length) return [];
  return held.map(({ token }) => findWords([token], text)[0] ?? token);
}
