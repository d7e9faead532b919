import { foldedText } from './find-names.ts';
import { optional } from './option.ts';

/** Narrows a list down. */
export const aboutOption = optional('about', 'Only what has these words in it.');

/** Whether all the words stand somewhere in these texts; without words everything does. */
export function holdsWords(texts: readonly string[], words: string | undefined): boolean {
  const text = foldedText(texts);
  return foldedText([words ?? ''])
    .split(/\s+/)
    .every((word) => text.includes(word));
}
