import type { Citation } from '../../src/domain/citation.ts';
import type { ConflictPair, SourceLink, StoryEntry } from '../../src/domain/message-document.ts';
import { citedAs, type NumberedSentence } from '../../src/domain/text/cite.ts';
import { matchedParts } from '../../src/domain/text/matched-parts.ts';
import { safeLink } from '../../src/domain/text/safe-link.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { escapeConsole, escapeTitle } from './escape.ts';
import { consoleLimits } from './limits.ts';
import { strongLines } from './strong-lines.ts';
import type { Style } from './style.ts';
import { joiner, padTo, wrap } from './wrap.ts';

const { columns, headlineIndent } = consoleLimits;

/** Text wrapped under a left margin; `marker` stands in the margin of the first line. */
export function block(text: string, margin: number, marker = ''): readonly string[] {
  return wrap(text, columns - margin).map((line, index) => padTo(index === 0 ? marker : '', margin) + line);
}

/** ` 1  UPDATE      HEADLINE`, wrapped under itself. */
export function headlineLines(
  story: StoryEntry,
  rank: number,
  style: Style,
  words: Words,
): readonly string[] {
  const tag = verdictTag(story.verdict, words);
  const number = `${String(rank).padStart(2)}  `;
  const title = escapeTitle(story.headline, consoleLimits.headlineChars, words);
  return wrap(title, columns - headlineIndent).map((line, index) => {
    const lead = index === 0 ? number + style.verdict(story.verdict, tag) : '';
    return padTo(lead, headlineIndent) + style.strong(line);
  });
}

/** Sentences as one paragraph: `Sentence. [1] Sentence. [1][2]` */
export function paragraph(sentences: readonly NumberedSentence[]): string {
  return sentences.map(sentenceText).join(' ');
}

/** A sentence under a left margin, with the words that matched, escaped ones, in bold. */
export function matchedSentence(
  sentence: NumberedSentence,
  matched: readonly string[],
  margin: number,
  style: Style,
): readonly string[] {
  const lines = wrap(sentenceText(sentence), columns - margin);
  const parts = matchedParts(escapeConsole(sentence.text), matched);
  return strongLines(lines, parts, style).map((line) => ' '.repeat(margin) + line);
}

export function sentenceText({ text, numbers }: NumberedSentence): string {
  const marks = numbers.map((number) => `[${number}]`).join('');
  return [escapeConsole(text), marks].filter((part) => part !== '').join(joiner);
}

/** A source with its address on a line of its own. */
export function sourceLines(
  source: Citation | SourceLink,
  number: number,
  margin: number,
  style: Style,
  words: Words,
): readonly string[] {
  const indent = margin + 5;
  const tier = 'tier' in source && !source.isNote ? ` · ${words[source.tier]}` : '';
  // A note has no title of its own to show: its words are ours.
  const title = source.isNote
    ? ''
    : `${words.colon}${escapeTitle(source.title, consoleLimits.titleChars, words)}`;
  const name = escapeConsole(citedAs(source, words));
  const link = safeLink(source.url);
  return [
    ...block(`${name}${tier}${title}`, indent, `${' '.repeat(margin)}[${number}]`),
    // Never wrapped, even where it is wider than the terminal: a broken address cannot be followed.
    ...(link ? [' '.repeat(indent) + style.faint(link.href)] : []),
  ];
}

/** Numbered sources under their heading. */
export function sourceSection(
  sources: readonly (Citation | SourceLink)[],
  margin: number,
  style: Style,
  words: Words,
): readonly string[] {
  const lines = sources.flatMap((source, index) => sourceLines(source, index + 1, margin, style, words));
  return section(words.sources, lines, margin, style);
}

/** Conflicts one under another, under their heading. */
export function conflictSection(
  story: StoryEntry,
  margin: number,
  style: Style,
  words: Words,
): readonly string[] {
  const lines = story.conflicts.flatMap((pair, index) => [
    ...(index > 0 ? [''] : []),
    ...conflictLines(pair, margin, style, words),
  ]);
  return section(words.sourcesDisagree, lines, margin, style);
}

/** Lines parted from those above them, under a heading if there is one; nothing without lines. */
export function section(
  heading: string,
  lines: readonly string[],
  margin: number,
  style: Style,
): readonly string[] {
  if (lines.length === 0) return [];
  return ['', ...(heading ? [' '.repeat(margin) + style.strong(heading)] : []), ...lines];
}

/** The two statements of a conflict beside each other, the later one left. */
function conflictLines(pair: ConflictPair, margin: number, style: Style, words: Words): readonly string[] {
  const gutter = ' │ ';
  const width = Math.floor((columns - margin - gutter.length) / 2);
  const [left, right] = [pair.claim, pair.against].map((side) => sideLines(side, width, style, words));
  const height = Math.max(left?.length ?? 0, right?.length ?? 0);
  return Array.from({ length: height }, (_, row) => {
    const line = `${padTo(left?.[row] ?? '', width)}${style.faint(gutter)}${right?.[row] ?? ''}`;
    return (' '.repeat(margin) + line).trimEnd();
  });
}

function sideLines(side: Citation, width: number, style: Style, words: Words): readonly string[] {
  const name = escapeConsole(citedAs(side, words));
  const quote = escapeConsole(side.quote);
  const [opening, closing] = words.quotationMarks;
  const heading = wrap(side.isNote ? name + words.colon.trimEnd() : words.statedBy(name), width).map(
    style.strong,
  );
  return [...heading, ...wrap(side.isNote ? quote : opening + quote + closing, width)];
}
