import { readableLine } from '../../src/domain/text/cite.ts';
import { escapeDiscord } from './escape.ts';
import { discordLayout } from './limits.ts';

/** A paragraph of our own in lines that fit a text, parted at spaces where there are any. Nothing is lost. */
export function wordTexts(paragraph: string, prefix: string): readonly string[] {
  // Escaping at most doubles a text.
  const maxChars = Math.floor((discordLayout.partChars - discordLayout.aroundChars - prefix.length) / 2);
  const lines: string[] = [];
  let rest = readableLine(paragraph);
  while (rest.length > maxChars) {
    const boundary = rest.lastIndexOf(' ', maxChars);
    // Not between the two halves of a character outside the basic plane.
    const isInside = /[\uD800-\uDBFF]/.test(rest.charAt(maxChars - 1));
    const cut = boundary > 0 ? boundary : maxChars - (isInside ? 1 : 0);
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, rest].filter((line) => line !== '').map((line) => `${prefix}${escapeDiscord(line)}`);
}
