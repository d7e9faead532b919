import { readableLine } from '../../src/domain/text/cite.ts';
import { matchedParts } from '../../src/domain/text/matched-parts.ts';
import { type SafeLink, safeLink } from '../../src/domain/text/safe-link.ts';
import { discordLayout } from './limits.ts';

/**
 * Everything with which Discord's markup begins or ends: emphasis, code, spoilers, links, mentions, timestamps,
 * emoji, headings and quotes. discord.js's `escapeMarkdown` leaves mentions, timestamps, quotes and subtext live,
 * with every one of its options set.
 */
const markup = /[\\*_~`|<>@#[\]()]/g;
/** `:name:` becomes an emoji in the client, `scheme://` a link. */
const colon = /:(?=[\w+-]+:|\/\/)/g;
/** At the start of a line: lists and subtext (`-`, `+`, `1.`). */
const lineStart = /^(\d*)([-+.])/;

/** Escapes one leaf of text. Called once, last. A backslash before punctuation is never shown. */
export function escapeDiscord(text: string): string {
  return escapedInLine(readableLine(text)).replace(lineStart, '$1\\$2');
}

/** The same with the words that matched, readable lines, in bold; plain where that would grow too long. */
export function escapeMatched(text: string, words: readonly string[]): string {
  const parts = matchedParts(readableLine(text), words);
  const line = parts.map((part) => boldIf(part.isMatched, escapedInLine(part.text))).join('');
  return line.length < discordLayout.sentenceChars ? line.replace(lineStart, '$1\\$2') : escapeDiscord(text);
}

function boldIf(isMatched: boolean, escaped: string): string {
  return isMatched ? `**${escaped}**` : escaped;
}

function escapedInLine(line: string): string {
  return line.replace(markup, '\\$&').replace(colon, '\\:');
}

/**
 * Text as a masked link with its host beside it; plain text when the address is not one that may be followed.
 * Square brackets in the text become round ones: the client does not know an escaped one inside a link.
 */
export function linked(text: string, address: string | null): string {
  const link = shortLink(address);
  return link ? `${masked(text, link)} (${escapeDiscord(link.host)})` : escapeDiscord(text);
}

/** An address as a link that says where it leads; `null` when it may not be followed. */
export function hostLink(address: string): string | null {
  const link = shortLink(address);
  return link && masked(link.host, link);
}

function shortLink(address: string | null): SafeLink | null {
  const link = safeLink(address);
  return link && link.href.length <= discordLayout.urlChars ? link : null;
}

function masked(text: string, { href }: SafeLink): string {
  return `[${escapeDiscord(text.replaceAll('[', '(').replaceAll(']', ')'))}](${href})`;
}
