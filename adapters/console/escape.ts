import { stripVTControlCharacters } from 'node:util';
import { readableLine, readableTitle } from '../../src/domain/text/cite.ts';
import type { Words } from '../../src/domain/words/words.ts';

/** A leaf of text from outside: a terminal must not get to see a control sequence from it. */
export function escapeConsole(text: string): string {
  return readableLine(stripVTControlCharacters(text));
}

/** A headline or title from outside, in the same way. */
export function escapeTitle(title: string, maxChars: number, words: Words): string {
  return readableTitle(stripVTControlCharacters(title), maxChars, words);
}
