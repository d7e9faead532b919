import { address } from './cite.ts';

/**
 * The web addresses in running text, in their order, without the punctuation of the sentence around them, in Han text too. A
 * closing parenthesis belongs to an address that opened it (`wiki/Foo_(bar)`).
 */
export function findAddresses(text: string): readonly string[] {
  return [...text.matchAll(address)]
    .map((match) => withParentheses(match[0], text.slice(match.index + match[0].length)))
    .filter((found) => /^https?:\/\/[^/?#]/i.test(found));
}

/** `rest` is what follows it in the text. */
function withParentheses(found: string, rest: string): string {
  const open = count(found, '(') - count(found, ')');
  const closing = /^\)+/.exec(rest)?.[0].length ?? 0;
  return found + ')'.repeat(Math.max(0, Math.min(open, closing)));
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
