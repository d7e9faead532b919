import type { Citation, CitedSentence } from '../../src/domain/citation.ts';
import type { ConflictPair, SourceLink, StoryEntry } from '../../src/domain/message-document.ts';
import { citedAs, type NumberedSentence, readableLine, readableTitle } from '../../src/domain/text/cite.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import type { Words } from '../../src/domain/words/words.ts';
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
  words: Words,
): readonly RichElement[] {
  const title = readableTitle(story.headline, slackLayout.headlineChars, words);
  return [
    ...ours(`${rank}. `, { bold: true }),
    ...ours(verdictTag(story.verdict, words), { code: true }),
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
export function sourceSection(sources: readonly (Citation | SourceLink)[], words: Words) {
  return section(
    words.sources,
    sources.map((source, index) => sourceLine(source, index + 1, words)),
  );
}

/** `[1] Reuters, 4 Jul 2024, wire: TITLE (reuters.com)`. A note has no title: its words are ours. */
export function sourceLine(
  source: Citation | SourceLink,
  number: number,
  words: Words,
): readonly RichElement[] {
  const tier = 'tier' in source && !source.isNote ? `, ${words[source.tier]}` : '';
  const start = ours(`[${number}] `);
  if (source.isNote) return [...start, ...linked(citedAs(source, words), source.url)];
  return [
    ...start,
    ...literal(citedAs(source, words)),
    ...ours(`${tier}${words.colon}`),
    ...linked(readableTitle(source.title, slackLayout.titleChars, words), source.url),
  ];
}

/** Where sources disagree, both sides of each conflict. */
export function conflictSection({ conflicts }: Pick<StoryEntry, 'conflicts'>, words: Words) {
  return section(
    words.sourcesDisagree,
    conflicts.flatMap((pair) => conflictLines(pair, words)),
  );
}

/** Both sides of a conflict, one a line; nothing when a quote is too long to stand whole. */
function conflictLines(pair: ConflictPair, words: Words): readonly (readonly RichElement[])[] {
  const sides = [pair.claim, pair.against];
  if (standing(sides.map((side) => ({ text: side.quote, citations: [] }))).length < sides.length) return [];
  return sides.map((side) => conflictLine(side, words));
}

/** A note is not quoted: its words are ours. */
function conflictLine(side: Citation, words: Words): readonly RichElement[] {
  const source = citedAs(side, words);
  const [open, close] = words.quotationMarks;
  if (side.isNote) {
    return [...literal(source, { bold: true }), ...ours(words.colon), ...literal(side.quote)];
  }
  return [
    ...literal(words.statedBy(source), { bold: true }),
    ...ours(` ${open}`),
    ...literal(side.quote),
    ...ours(close),
  ];
}
