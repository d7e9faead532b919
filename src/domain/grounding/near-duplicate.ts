import { foldForGrounds, foldText } from './grounds.ts';
import { foldWord, latinWords } from './latin-words.ts';

/** Share of the smaller sentence's words, 0 to 1, from which two sentences say the same. */
const sameShare = 0.8;

/** The words of a sentence, folded; Han text counts by pairs of characters. */
function unitsOf(text: string): ReadonlySet<string> {
  const folded = foldForGrounds(text);
  const words = latinWords(folded).map(({ written }) => foldWord(written));
  const runs = folded.match(/\p{Script=Han}+/gu) ?? [];
  const pairs = runs.flatMap((run) => [...run].slice(1).map((char, at) => (run[at] ?? '') + char));
  return new Set([...words, ...pairs]);
}

/**
 * True when showing both sentences would tell a reader the same twice. Sentences with unlike figures never are:
 * the figure may be all that is new.
 */
export function isNearDuplicate(one: string, other: string): boolean {
  const [small, large] = [unitsOf(one), unitsOf(other)].sort((a, b) => a.size - b.size);
  if (!small || !large || small.size === 0) return foldText(one) === foldText(other);
  const figures = (units: ReadonlySet<string>) => [...units].filter((unit) => /\d/.test(unit));
  if (figures(small).some((figure) => !large.has(figure))) return false;
  const isMuchShorter = small.size * 2 < large.size;
  const shared = [...small].filter((unit) => large.has(unit)).length;
  return !isMuchShorter && shared / small.size >= sameShare;
}
