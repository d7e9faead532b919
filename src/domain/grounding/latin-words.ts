/** One word of a script that parts its words, with its place in the text. */
export interface LatinWord {
  readonly written: string;
  readonly index: number;
}

/** "U.S." is one word, "US-China" two; Han, kana and Hangul belong to none. */
const word =
  /(?:\p{Lu}\.){2,}|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]+(?:'[\p{Script=Latin}]+)?/gv;

export function latinWords(text: string): readonly LatinWord[] {
  return [...text.matchAll(word)].map((match) => ({ written: match[0], index: match.index }));
}

/** The form under which two spellings of a name are equal: case, accents, dots, possessive and plural fold. */
export function foldWord(written: string): string {
  const plain = written
    .replace(/'s?$/i, '')
    .replace(/(?<=\p{Lu})s$/u, '')
    .normalize('NFKD')
    .replace(/[\p{M}.']/gu, '')
    .toLowerCase();
  return plain.length > 3 ? plain.replace(/s$/, '') : plain;
}

const joining = new Set(['of', 'and', 'the', 'for', 'on', 'in', 'to']);

/** Acronyms that runs of capitalized words spell, folded: "Bureau of Industry and Security" gives `bis`. */
export function acronymsOf(text: string): readonly string[] {
  const acronyms: string[] = [];
  let run = '';
  for (const { written } of latinWords(text)) {
    if (joining.has(written)) continue;
    run = /^\p{Lu}/u.test(written) ? run + (written[0] ?? '').toLowerCase() : '';
    for (let length = 2; length <= Math.min(run.length, 6); length += 1)
      acronyms.push(foldWord(run.slice(-length)));
  }
  return acronyms;
}
