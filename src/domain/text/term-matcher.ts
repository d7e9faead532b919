import { foldHan } from './fold-han.ts';

/** One place where a term stands. `start` and `end` are offsets into the prepared text. */
export interface TermMatch {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** Finds many terms in one pass. `prepare` the text once; offsets refer to what it returns. */
export interface TermMatcher {
  find(preparedText: string): readonly TermMatch[];
}

const unspacedClass = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
/** Characters of words that have boundaries. Chinese prose sets Latin words without spaces: "被FCC列入". */
const wordClass = String.raw`[[\p{L}\p{N}]--${unspacedClass}]`;
const unspaced = new RegExp(unspacedClass, 'v');
/** Where a match may begin: at each unspaced character, and at the first character of each word. */
const beginning = new RegExp(`${unspacedClass}|(?<!${wordClass})${wordClass}+`, 'gv');
const keyLength = 3;

/** The form in which texts and terms are matched: compatibility forms unified, apostrophes plain, Han simplified. */
export function prepareForMatching(text: string): string {
  return foldHan(text.normalize('NFKC').replaceAll(/[’‘]/g, "'"));
}

/**
 * Latin terms match whole words in any case; a trailing `*` allows any ending; a term without lower-case letters
 * ("BIS", "US") matches capitals only, or it would match words. Terms with Han, kana or Hangul match anywhere,
 * because these scripts have no word boundaries to rely on. Terms may overlap; each is found.
 *
 * Terms are looked up by how they begin, so that the cost grows with the words of the text and not with the terms.
 */
export function createTermMatcher(terms: readonly string[]): TermMatcher {
  const byBeginning = new Map<string, { readonly term: number; readonly pattern: () => RegExp }[]>();
  for (const [term, text] of terms.entries()) {
    const prepared = prepareForMatching(text.trim());
    const key = keyOf(prepared);
    byBeginning.set(key, [...(byBeginning.get(key) ?? []), { term, pattern: madeOnce(prepared) }]);
  }

  function find(preparedText: string): TermMatch[] {
    const matches: TermMatch[] = [];
    for (const word of preparedText.matchAll(beginning)) {
      for (const { term, pattern: make } of byBeginning.get(keyOf(word[0])) ?? []) {
        const pattern = make();
        pattern.lastIndex = word.index;
        const match = pattern.exec(preparedText);
        if (match) matches.push({ term, start: word.index, end: word.index + match[0].length });
      }
    }
    return matches;
  }

  return { find };
}

/** Both a term and the words that can begin it have the same key: one unspaced character, or three letters. */
function keyOf(text: string): string {
  const word = text.match(beginning)?.[0] ?? '';
  return unspaced.test(word) ? word : word.slice(0, keyLength).toLowerCase();
}

/** Made when it is first needed: those of the shipped topic, made at once, hold the main loop for 170 ms. */
function madeOnce(term: string): () => RegExp {
  let pattern: RegExp | null = null;
  return () => {
    pattern ??= patternOf(term);
    return pattern;
  };
}

function patternOf(term: string): RegExp {
  const isPrefix = term.endsWith('*');
  const body = (isPrefix ? term.slice(0, -1) : term)
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replaceAll(String.raw`\*`, `${wordClass}*`)
    .replaceAll(/\s+/g, String.raw`\s+`);
  if (unspaced.test(term)) return new RegExp(body, 'vy');
  const flags = /\p{Ll}/u.test(term) ? 'ivy' : 'vy';
  const ending = isPrefix ? `${wordClass}*` : `(?!${wordClass})`;
  return new RegExp(body + ending, flags);
}
