import type { Citation, CitedSentence } from '../../src/domain/citation.ts';
import type { ConflictPair, SourceLink, StoryEntry } from '../../src/domain/message-document.ts';
import { citedAs, type NumberedSentence, readableTitle } from '../../src/domain/text/cite.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { escapeDiscord, escapeMatched, linked } from './escape.ts';
import { discordLayout } from './limits.ts';
import { lineTexts } from './messages.ts';

/** The stripe at the message's side, RGB: green, blue, orange. */
export const accentColors: Readonly<Record<StoryEntry['verdict'], number>> = {
  new: 0x2b8a3e,
  update: 0x1971c2,
  contradicts: 0xe67700,
};

/** Sentences that are short enough to stand whole. */
export function standing<T extends NumberedSentence | CitedSentence>(sentences: readonly T[]): readonly T[] {
  return sentences.filter((sentence) => isShort(sentence.text));
}

function isShort(text: string): boolean {
  return escapeDiscord(text).length <= discordLayout.sentenceChars;
}

/** A story with only those. */
export function standingStory(story: StoryEntry): StoryEntry {
  return { ...story, summary: standing(story.summary), whatIsNew: standing(story.whatIsNew) };
}

/** `**1.** NEW **HEADLINE** (host)`, the headline a link. */
export function headlineLine(story: StoryEntry, rank: number, words: Words): string {
  const title = readableTitle(story.headline, discordLayout.headlineChars, words);
  return `**${rank}.** \`${verdictTag(story.verdict, words)}\` **${linked(title, story.sources[0]?.url ?? null)}**`;
}

/** `Sentence. [1][3]`, with the words that matched in bold. */
export function sentenceLine({ text, numbers }: NumberedSentence, matched: readonly string[] = []): string {
  const marks = numbers.map((number) => `[${number}]`).join('');
  return [escapeMatched(text, matched), marks].filter((part) => part !== '').join(' ');
}

/** `[1] Reuters, 4 Jul 2024, wire: TITLE (reuters.com)`. A note has no title: its words are ours. */
function sourceLine(source: Citation | SourceLink, number: number, words: Words): string {
  if (source.isNote) return `-# [${number}] ${linked(citedAs(source, words), source.url)}`;
  const tier = 'tier' in source ? `, ${words[source.tier]}` : '';
  const title = linked(readableTitle(source.title, discordLayout.titleChars, words), source.url);
  return `-# [${number}] ${escapeDiscord(citedAs(source, words))}${tier}${words.colon}${title}`;
}

/** Both sides of a conflict, one a line; nothing when a quote is too long to stand whole. */
function conflictLines(pair: ConflictPair, words: Words): readonly string[] {
  const sides = [pair.claim, pair.against];
  if (!sides.every((side) => isShort(side.quote))) return [];
  return sides.map((side) => {
    const name = escapeDiscord(citedAs(side, words));
    const quote = escapeDiscord(side.quote);
    return side.isNote ? `**${name}**${words.colon}${quote}` : `${words.statedBy(`**${name}**`)} “${quote}”`;
  });
}

/** Lines under a heading in as few texts as hold them; nothing without lines. */
export function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? lineTexts([`**${heading}**`, ...lines]) : [];
}

export function conflictSection(pairs: readonly ConflictPair[], words: Words): readonly string[] {
  return section(
    words.sourcesDisagree,
    pairs.flatMap((pair) => conflictLines(pair, words)),
  );
}

/** Numbered sources under their heading. */
export function sourceSection(sources: readonly (Citation | SourceLink)[], words: Words): readonly string[] {
  return section(
    words.sources,
    sources.map((source, index) => sourceLine(source, index + 1, words)),
  );
}
