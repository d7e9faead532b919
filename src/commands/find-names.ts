import { foldHan } from '../domain/text/fold-han.ts';

/** Places in the list of names, of those that hold most of the words first; all of them without words. */
export type FindNames = (words: string) => readonly number[];

/** Of the words of a few people who type; some 10 MB at 100,000 names. */
const mostWordsKept = 16;

/** What something can be found by, as one text in which letters of a kind are the same. */
export function foldedText(texts: readonly string[]): string {
  // What is not Han is not gone through letter by letter: that takes ten times as long.
  return texts
    .join('\n')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Han}+/gu, foldHan);
}

/**
 * Finds among names that `foldedText` made, in their order where they hold as many of the words; a word may be one that is
 * still being written. Which names hold a word is kept: with the next letter only those are gone through.
 */
export function nameFinder(names: readonly string[]): FindNames {
  const all = names.map((_, place) => place);
  const holders = new Map<string, readonly number[]>();

  function holdersOf(word: string): readonly number[] {
    const found = holders.get(word) ?? goThrough(word);
    // The words before the one that is being written are used with each letter, and so stay.
    holders.delete(word);
    holders.set(word, found);
    for (const oldest of holders.keys()) {
      if (holders.size <= mostWordsKept) break;
      holders.delete(oldest);
    }
    return found;
  }

  function goThrough(word: string): readonly number[] {
    const among = holders.get(word.slice(0, -1)) ?? all;
    return among.filter((place) => names[place]?.includes(word));
  }

  return (words) => {
    const wanted = foldedText([words]).split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return all;
    const held = new Uint16Array(names.length);
    for (const word of wanted) for (const place of holdersOf(word)) held[place] = (held[place] ?? 0) + 1;
    const byHeld: number[][] = wanted.map(() => []);
    for (const place of all) byHeld[(held[place] ?? 0) - 1]?.push(place);
    return byHeld.toReversed().flat();
  };
}

/** Those of these things whose names hold most of the words, in their order where they hold as many. */
export function rankNamed<Item>(
  items: readonly Item[],
  words: string,
  namesOf: (item: Item) => readonly string[],
): readonly Item[] {
  const find = nameFinder(items.map((item) => foldedText(namesOf(item))));
  return find(words).flatMap((place) => items[place] ?? []);
}
