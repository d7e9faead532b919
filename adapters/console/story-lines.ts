import type { Citation } from '../../src/domain/citation.ts';
import type { ConflictPair, SourceLink, StoryEntry } from '../../src/domain/message-document.ts';
import { citedAs, type NumberedSentence } from '../../src/domain/text/cite.ts';
import { safeLink } from '../../src/domain/text/safe-link.ts';
import { verdictTag } from '../../src/domain/text/verdict-words.ts';
import { escapeConsole, escapeTitle } from './escape.ts';
import { consoleLimits } from './limits.ts';
import type { Style } from './style.ts';
import { joiner, padTo, wrap } from './wrap.ts';

const { columns, headlineIndent } = consoleLimits;

/** Text wrapped under a left margin; `marker` stands in the margin of the first line. */
export function block(text: string, margin: number, marker = ''): readonly string[] {
  return wrap(text, columns - margin).map((line, index) => padTo(index === 0 ? marker : '', margin) + line);
}

/** ` 1  UPDATE      HEADLINE`, wrapped under itself. */
export function headlineLines(story: StoryEntry, rank: number, style: Style): readonly string[] {
  const tag = verdictTag(story.verdict);
  const number = `${String(rank).padStart(2)}  `;
  const title = escapeTitle(story.headline, consoleLimits.headlineChars);
  return wrap(title, columns - headlineIndent).map((line, index) => {
    const lead = index === 0 ? number + style.verdict(story.verdict, tag) : '';
    return padTo(lead, headlineIndent) + style.strong(line);
  });
}

/** Sentences as one paragraph: `Sentence. [1] Sentence. [1][2]` */
export function paragraph(sentences: readonly NumberedSentence[]): string {
  return sentences.map(sentenceText).join(' ');
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
): readonly string[] {
  const indent = margin + 5;
  const tier = 'tier' in source && !source.isNote ? ` · ${source.tier}` : '';
  // A note has no title of its own to show: its words are ours.
  const title = source.isNote ? '' : `: ${escapeTitle(source.title, consoleLimits.titleChars)}`;
  const name = escapeConsole(citedAs(source));
  const link = safeLink(source.url);
  return [
    ...block(`${name}${tier}${title}`, indent, `${' '.repeat(margin)}[${number}]`),
    // Never wrapped, even where it is wider than the terminal: a broken address cannot be followed.
    ...(link ? [' '.repeat(indent) + style.faint(link.href)] : []),
  ];
}

/** The two statements of a conflict beside each other, the later one left. */
export function conflictLines(pair: ConflictPair, margin: number, style: Style): readonly string[] {
  const gutter = ' │ ';
  const width = Math.floor((columns - margin - gutter.length) / 2);
  const [left, right] = [pair.claim, pair.against].map((side) => sideLines(side, width, style));
  const height = Math.max(left?.length ?? 0, right?.length ?? 0);
  return Array.from({ length: height }, (_, row) => {
    const line = `${padTo(left?.[row] ?? '', width)}${style.faint(gutter)}${right?.[row] ?? ''}`;
    return (' '.repeat(margin) + line).trimEnd();
  });
}

function sideLines(side: Citation, width: number, style: Style): readonly string[] {
  const name = escapeConsole(citedAs(side));
  const quote = escapeConsole(side.quote);
  const heading = wrap(side.isNote ? `${name}:` : `${name}, says`, width).map(style.strong);
  return [...heading, ...wrap(side.isNote ? quote : `“${quote}”`, width)];
}
