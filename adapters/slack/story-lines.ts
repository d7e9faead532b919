import type { Citation, CitedSentence } from '../../src/domain/citation.ts';
import type { ConflictPair, SourceLink } from '../../src/domain/message-document.ts';
import { citedAs, type NumberedSentence, readableLine, readableTitle } from '../../src/domain/text/cite.ts';
import { slackLayout } from './limits.ts';
import { linked, literal, ours, type RichElement } from './rich-text.ts';

/** Sentences that are short enough to stand whole. */
export function standing<T extends NumberedSentence | CitedSentence>(sentences: readonly T[]): readonly T[] {
  return sentences.filter((sentence) => readableLine(sentence.text).length <= slackLayout.sentenceChars);
}

/** `Sentence. [1][3]` */
export function sentenceLine({ text, numbers }: NumberedSentence): readonly RichElement[] {
  const marks = numbers.map((number) => `[${number}]`).join('');
  return [...literal(text), ...ours(marks && ` ${marks}`)].filter((element) => element.text !== '');
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
