import stringWidth from 'string-width';
import type { DigestDocument, SourceLink, StoryEntry } from '../../src/domain/message-document.ts';
import { citedAs, disagreement, leadSentences, numberCitations } from '../../src/domain/text/cite.ts';
import { wallClockText } from '../../src/domain/text/moment-text.ts';
import { verdictCounts } from '../../src/domain/text/verdict-words.ts';
import { escapeConsole, escapeTitle } from './escape.ts';
import { consoleLimits } from './limits.ts';
import { block, headlineLines, paragraph } from './story-lines.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

const { columns, headlineIndent, digestSources } = consoleLimits;

export function renderDigest(digest: DigestDocument, style: Style): readonly string[] {
  return [
    ...titleLines(digest, style),
    ...digest.stories.flatMap((story, index) => ['', ...storyLines(story, index + 1, style)]),
    ...alsoToldLines(digest.alsoTold, style),
    ...noteLines(digest.notes, style),
    '',
    style.faint('━'.repeat(columns)),
  ];
}

function titleLines(digest: DigestDocument, style: Style): readonly string[] {
  const name = 'WIREWATCH DIGEST';
  const clock = `${wallClockText(digest.asOfMs, digest.zone)} (${digest.zone})`;
  const gap = ' '.repeat(Math.max(2, columns - 2 - stringWidth(name) - stringWidth(clock)));
  const counts = digest.stories.length > 0 ? verdictCounts(digest.stories) : 'no new story';
  return [
    style.faint('━'.repeat(columns)),
    ` ${style.strong(name)}${gap}${clock}`,
    ` ${counts}`,
    style.faint('━'.repeat(columns)),
  ];
}

function storyLines(story: StoryEntry, rank: number, style: Style): readonly string[] {
  // One sentence: the story itself follows in full, with its numbered sources.
  const { sentences } = numberCitations(leadSentences(story).slice(0, 1));
  const lead = paragraph(sentences.map(({ text }) => ({ text, numbers: [] })));
  return [
    ...headlineLines(story, rank, style),
    ...(lead ? block(lead, headlineIndent) : []),
    ...block(escapeConsole(disagreement(story) ?? ''), headlineIndent).map((line) =>
      style.verdict(story.verdict, line),
    ),
    ...block(sourceNames(story.sources), headlineIndent).map(style.faint),
  ];
}

function sourceNames(sources: readonly SourceLink[]): string {
  const names = sources.slice(0, digestSources).map((source) => escapeConsole(citedAs(source)));
  const unnamed = sources.length - names.length;
  return [...names, ...(unnamed > 0 ? [`${unnamed} more`] : [])].join(' · ');
}

/** Stories under the cap, one after the other in one paragraph. */
function alsoToldLines(links: readonly SourceLink[], style: Style): readonly string[] {
  if (links.length === 0) return [];
  const titles = links.map((link) => {
    const title = escapeTitle(link.title, consoleLimits.titleChars);
    return link.publisher ? `${title} (${escapeConsole(link.publisher)})` : title;
  });
  const [first = '', ...rest] = block(`Also: ${titles.join(' · ')}`, 1);
  return ['', style.faint('─'.repeat(columns)), first.replace('Also:', style.strong('Also:')), ...rest];
}

function noteLines(notes: readonly string[], style: Style): readonly string[] {
  const lines = notes.flatMap((note) =>
    wrap(escapeConsole(note), columns - 3).map((line, index) => `${index === 0 ? ' ! ' : '   '}${line}`),
  );
  return lines.length > 0 ? ['', ...lines.map(style.faint)] : [];
}
