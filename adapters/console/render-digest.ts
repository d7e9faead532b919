import stringWidth from 'string-width';
import type { Citation } from '../../src/domain/citation.ts';
import type {
  ChangedStory,
  DigestDocument,
  SourceLink,
  StoryEntry,
} from '../../src/domain/message-document.ts';
import { citedAs, disagreement, leadSentences, numberCitations } from '../../src/domain/text/cite.ts';
import { wallClockText } from '../../src/domain/text/moment-text.ts';
import { verdictCounts } from '../../src/domain/text/verdict-words.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { escapeConsole, escapeTitle } from './escape.ts';
import { consoleLimits } from './limits.ts';
import { block, headlineLines, paragraph, section } from './story-lines.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

const { columns, headlineIndent, storyMargin, headlineChars, digestSources } = consoleLimits;

export function renderDigest(digest: DigestDocument, style: Style, words: Words): readonly string[] {
  return [
    ...titleLines(digest, style, words),
    ...digest.stories.flatMap((story, index) => ['', ...storyLines(story, index + 1, style, words)]),
    ...changedLines(digest.changed ?? [], style, words),
    ...alsoToldLines(digest.alsoTold, style, words),
    ...noteLines(digest.notes, style),
    '',
    style.faint('━'.repeat(columns)),
  ];
}

function titleLines(digest: DigestDocument, style: Style, words: Words): readonly string[] {
  const name = words.digest.toUpperCase();
  const clock = `${wallClockText(digest.asOfMs, digest.zone, words)} (${digest.zone})`;
  const gapColumns = columns - 2 - stringWidth(name) - stringWidth(clock);
  const title = style.strong(name);
  const counts = digest.stories.length > 0 ? verdictCounts(digest.stories, words) : words.noNewStory;
  return [
    style.faint('━'.repeat(columns)),
    // The longest names of zones leave no room beside the title.
    ...(gapColumns < 2 ? [` ${title}`, ` ${clock}`] : [` ${title}${' '.repeat(gapColumns)}${clock}`]),
    ` ${counts}`,
    style.faint('━'.repeat(columns)),
  ];
}

function storyLines(story: StoryEntry, rank: number, style: Style, words: Words): readonly string[] {
  // One sentence: the story itself follows in full, with its numbered sources.
  const { sentences } = numberCitations(leadSentences(story).slice(0, 1));
  const lead = paragraph(sentences.map(({ text }) => ({ text, numbers: [] })));
  return [
    ...headlineLines(story, rank, style, words),
    ...(lead ? block(lead, headlineIndent) : []),
    ...block(escapeConsole(disagreement(story, words) ?? ''), headlineIndent).map((line) =>
      style.verdict(story.verdict, line),
    ),
    ...block(sourceNames(story.sources, words), headlineIndent).map(style.faint),
  ];
}

/** What the channel was told of posted stories, each with the sources of its one sentence; nothing without any. */
function changedLines(changed: readonly ChangedStory[], style: Style, words: Words): readonly string[] {
  const lines = changed.flatMap(({ headline, news }) => [
    ...block(escapeTitle(headline, headlineChars, words), storyMargin + 2, '    •').map(style.strong),
    ...block(escapeConsole(news?.text ?? ''), storyMargin + 2),
    ...block(sourceNames(numberCitations(news ? [news] : []).sources, words), storyMargin + 2).map(
      style.faint,
    ),
  ]);
  return section(words.changedSince, lines, storyMargin, style);
}

function sourceNames(sources: readonly (Citation | SourceLink)[], words: Words): string {
  const names = sources.slice(0, digestSources).map((source) => escapeConsole(citedAs(source, words)));
  const unnamed = sources.length - names.length;
  return [...names, ...(unnamed > 0 ? [words.more(unnamed)] : [])].join(' · ');
}

/** Stories under the cap, one after the other in one paragraph. */
function alsoToldLines(links: readonly SourceLink[], style: Style, words: Words): readonly string[] {
  if (links.length === 0) return [];
  const titles = links.map((link) => {
    const title = escapeTitle(link.title, consoleLimits.titleChars, words);
    return link.publisher ? `${title} (${escapeConsole(link.publisher)})` : title;
  });
  const [first = '', ...rest] = block(`${words.also} ${titles.join(' · ')}`, 1);
  return ['', style.faint('─'.repeat(columns)), first.replace(words.also, style.strong(words.also)), ...rest];
}

function noteLines(notes: readonly string[], style: Style): readonly string[] {
  const lines = notes.flatMap((note) =>
    wrap(escapeConsole(note), columns - 3).map((line, index) => `${index === 0 ? ' ! ' : '   '}${line}`),
  );
  return lines.length > 0 ? ['', ...lines.map(style.faint)] : [];
}
