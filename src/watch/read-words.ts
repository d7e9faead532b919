import { stem } from '../domain/text/tokens.ts';

/** One word of a text. `start` and `end` are offsets into that text. */
export interface Word {
  /** Empty for a run of Han, kana or Hangul: it is found by substring, and parts the words around it. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const unspacedClass = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const letterClass = String.raw`[[\p{L}\p{M}\p{N}]--${unspacedClass}]`;
const unspaced = new RegExp(unspacedClass, 'v');
const unspacedRuns = new RegExp(`${unspacedClass}+`, 'gv');
const wordRuns = new RegExp(
  String.raw`(?<!${letterClass})U\.S(?:\.A)?\.?(?!${letterClass})|\d{1,3}(?:,\d{3})+(?!${letterClass})` +
    `|${unspacedClass}+|${letterClass}+(?:['’]s(?!${letterClass}))?`,
  'gv',
);

/** Every word of a text in order, stop words too: they count inside a phrase. The text is in form NFKC. */
export function readWords(text: string): readonly Word[] {
  return Array.from(text.matchAll(wordRuns), (match) => ({
    stem: stemOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function stemOf(run: string): string {
  if (unspaced.test(run)) return '';
  if (/^(?:U\.S(?:\.A)?\.?|USA?)$/.test(run)) return 'usa';
  return stem(
    run
      .toLowerCase()
      .replace(/['’]s$/, '')
      .replaceAll(',', ''),
  );
}

export function hasUnspacedScript(text: string): boolean {
  return unspaced.test(text);
}

/** Each character and each pair of neighbors of Han, kana and Hangul: what a substring of them must share. */
export function unspacedGrams(text: string): readonly string[] {
  const grams: string[] = [];
  for (const [run] of text.matchAll(unspacedRuns)) {
    const characters = [...run];
    for (const [i, character] of characters.entries()) {
      grams.push(character);
      const next = characters[i + 1];
      if (next !== undefined) grams.push(character + next);
    }
  }
  return grams;
}
