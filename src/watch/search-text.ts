import { foldHan } from '../domain/text/fold-han.ts';
import { createTermMatcher, type TermMatcher } from '../domain/text/term-matcher.ts';
import { stem } from '../domain/text/tokens.ts';
import { type CitationInText, readCitations } from './read-citations.ts';
import { readWords, unspacedGrams, type Word } from './read-words.ts';

/** A text made ready for searching. What is costly is made when it is first asked for, and once. */
export interface SearchText {
  /** Form NFKC; what is shown of a match is cut from it. */
  readonly shown: string;
  /** As long as `shown`, so that offsets fit both: Han simplified, capitals of ASCII made small. */
  readonly folded: string;
  words(): readonly Word[];
  /** Indexes into `words`, by stem. */
  positions(): ReadonlyMap<string, readonly number[]>;
  /** Stems, and characters and pairs of unspaced scripts: an article without a mark cannot match what needs it. */
  marks(): ReadonlySet<string>;
  citations(): readonly CitationInText[];
  /** The first place where one of an entity's names stands; `null` for none. */
  findEntity(aliases: readonly string[]): string | null;
}

const beyondAscii = /[^\p{ASCII}]/u;

/** One matcher an entity, however many watches name it. */
const entityMatchers = new WeakMap<readonly string[], TermMatcher>();

export function createSearchText(text: string): SearchText {
  const shown = text.normalize('NFKC');
  const prepared = foldHan(shown.replaceAll(/[’‘]/g, "'"));
  const folded = smallAscii(prepared);
  const words = once(() => readWords(shown));
  const positions = once(() => positionsOf(words()));
  const entities = new Map<readonly string[], string | null>();

  return {
    shown,
    folded,
    words,
    positions,
    marks: once(() => marksOf(shown, words(), folded)),
    citations: once(() => readCitations(shown)),
    findEntity(aliases) {
      const known = entities.get(aliases);
      if (known !== undefined) return known;
      const match = matcherOf(aliases).find(prepared)[0];
      const found = match ? shown.slice(match.start, match.end) : null;
      entities.set(aliases, found);
      return found;
    },
  };
}

/** The form in which text of unspaced scripts is searched for as a substring. */
export function foldForSubstring(text: string): string {
  return smallAscii(foldHan(text.normalize('NFKC').replaceAll(/[’‘]/g, "'")));
}

function smallAscii(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

function matcherOf(aliases: readonly string[]): TermMatcher {
  const known = entityMatchers.get(aliases);
  if (known) return known;
  const made = createTermMatcher(aliases);
  entityMatchers.set(aliases, made);
  return made;
}

function positionsOf(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  for (const [index, { stem }] of words.entries()) {
    const known = positions.get(stem);
    if (known) known.push(index);
    else positions.set(stem, [index]);
  }
  return positions;
}

function marksOf(shown: string, words: readonly Word[], folded: string): ReadonlySet<string> {
  const marks = new Set(unspacedGrams(folded));
  for (const word of words) {
    if (word.stem !== '') marks.add(word.stem);
    if (beyondAscii.test(word.stem)) addAsciiParts(marks, shown.slice(word.start, word.end));
  }
  return marks;
}

/** In a regular expression a word ends before an accented letter: `\bchip\b` stands in "chipé". */
function addAsciiParts(marks: Set<string>, word: string): void {
  for (const [part] of word.matchAll(/[A-Za-z]+/g)) marks.add(stem(part.toLowerCase()));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
