import type { Citation, CitedSentence } from '../../src/domain/citation.ts';
import type { ConflictPair, SourceLink, StoryEntry } from '../../src/domain/message-document.ts';
import { citedAs, type NumberedSentence, readableLine, readableTitle } from '../../src/domain/text/cite.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import { slackLayout } from './limits.ts';
import { lineBlocks } from './messages.ts';
import { linked, literal, literalMatched, ours, type RichElement } from './rich-text.ts';

/** Sentences that are short enough to stand whole. */
export function standing<T extends NumberedSentence | CitedSentence>(sentences: readonly T[]): readonly T[] {
  return sentences.filter((sentence) => readableLine(sentence.text).length <= slackLayout.sentenceChars);
}

/** A story with only those. */
export function standingStory(story: StoryEntry): StoryEntry {
  return { ...story, summary: standing(story.summary), whatIsNew: standing(story.whatIsNew) };
}

/** `1. NEW HEADLINE (host)`, the headline a link. */
export function headlineLine(
  story: StoryEntry,
  rank: number,
  address: string | null,
): readonly RichElement[] {
  const title = readableTitle(story.headline, slackLayout.headlineChars);
  return [
    ...ours(`${rank}. `, { bold: true }),
    ...ours(verdictTag(story.verdict), { code: true }),
    ...ours(' '),
    ...linked(title, address, { bold: true }),
  ];
}

/** `Sentence. [1][3]`, with the words that matched in bold. */
export function sentenceLine(
  { text, numbers }: NumberedSentence,
  matched: readonly string[] = [],
): readonly RichElement[] {
  const marks = numbers.map((number) => `[${number}]`).join('');
  return [...literalMatched(text, matched), ...(marks ? ours(` ${marks}`) : [])];
}

/** Lines under a heading in as few blocks as hold them; nothing without lines. */
export function section(heading: string, lines: readonly (readonly RichElement[])[]) {
  return lines.length > 0 ? lineBlocks(ours(heading, { bold: true }), lines) : [];
}

/** Numbered sources under their heading. */
export function sourceSection(sources: readonly (Citation | SourceLink)[]) {
  return section(
    'Sources',
    sources.map((source, index) => sourceLine(source, index + 1)),
  );
}

/** `[1] Reuters, 4 Jul 2024, wire: TITLE (reuters.com)`. A note has no title: its words are ours. */
export function sourceLine(source: Citation | SourceLink, number: number): readonly RichElement[] {
  const tier = 'tier' in source && !source.isNote ? `, ${source.tier}` : '';
  const start = ours(`[${number}] `);
  if (source.isNote) return [...start, ...linked(citedAs(source), source.url)];
  return [
    ...start,
    ...literal(citedAs(source)),
    ...ours(`${tier}: `),
    ...linked(readableTitle(source.title, slackLayout.titleChars), source.url),
  ];
}

/** Both sides of a conflict, one a line; nothing when a quote is too long to stand whole. */
export function conflictLines(pair: ConflictPair): readonly (readonly RichElement[])[] {
  const sides = [pair.claim, pair.against];
  if (standing(sides.map((side) => ({ text: side.quote, citations: [] }))).length < sides.length) return [];
  return sides.map((side) => [
    ...literal(citedAs(side), { bold: true }),
    ...(side.isNote ? ours(': ') : ours(' says “')),
    ...literal(side.quote),
    ...(side.isNote ? [] : ours('”')),
  ]);
}
