import { readableLine } from '../../src/domain/text/cite.ts';
import { splitAtWords } from '../../src/domain/text/split-at-words.ts';
import { escapeDiscord } from './escape.ts';
import { discordLayout } from './limits.ts';

/** A paragraph of our own in lines that fit a text, parted at spaces where there are any. Nothing is lost. */
export function wordTexts(paragraph: string, prefix: string): readonly string[] {
  // Escaping at most doubles a text.
  const maxChars = Math.floor((discordLayout.partChars - discordLayout.aroundChars - prefix.length) / 2);
  return splitAtWords(readableLine(paragraph), maxChars).map((line) => `${prefix}${escapeDiscord(line)}`);
}
