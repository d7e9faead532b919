import type { Citation, CitedSentence } from '../../src/domain/citation.ts';
import type { ConflictPair, SourceLink, StoryEntry } from '../../src/domain/message-document.ts';
import { citedAs, type NumberedSentence, readableTitle } from '../../src/domain/text/cite.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import { escapeDiscord, linked } from './escape.ts';
import { discordLayout } from './limits.ts';

/** Sentences that are short enough to stand whole. */
export function standing<T extends NumberedSentence | CitedSentence>(sentences: readonly T[]): readonly T[] {
  return sentences.filter((sentence) => isShort(sentence.text));
}

function isShort(text: string): boolean {
  return escapeDiscord(text).length <= discordLayout.sentenceChars;
}

/** `**1.** NEW **HEADLINE** (host)`, the headline a link. */
export function headlineLine(story: StoryEntry, rank: number): string {
  const title = readableTitle(story.headline, discordLayout.headlineChars);
  return `**${rank}.** \`${verdictTag(story.verdict)}\` **${linked(title, story.sources[0]?.url ?? null)}**`;
}

/** `Sentence. [1][3]` */
export function sentenceLine({ text, numbers }: NumberedSentence): string {
  const marks = numbers.map((number) => `[${number}]`).join('');
  return [escapeDiscord(text), marks].filter((part) => part !== '').join(' ');
}

/** `[1] Reuters, 4 Jul 2024, wire: TITLE (reuters.com)`. A note has no title: its words are ours. */
export function sourceLine(source: Citation | SourceLink, number: number): string {
  if (source.isNote) return `-# [${number}] ${linked(citedAs(source), source.url)}`;
  const tier = 'tier' in source ? `, ${source.tier}` : '';
  const title = linked(readableTitle(source.title, discordLayout.titleChars), source.url);
  return `-# [${number}] ${escapeDiscord(citedAs(source))}${tier}: ${title}`;
}

/** Both sides of a conflict, one a line; nothing when a quote is too long to stand whole. */
export function conflictLines(pair: ConflictPair): readonly string[] {
  const sides = [pair.claim, pair.against];
  if (!sides.every((side) => isShort(side.quote))) return [];
  return sides.map((side) => {
    const name = `**${escapeDiscord(citedAs(side))}**`;
    return side.isNote
      ? `${name}: ${escapeDiscord(side.quote)}`
      : `${name} says “${escapeDiscord(side.quote)}”`;
  });
}
