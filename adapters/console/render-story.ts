import type { StoryDocument } from '../../src/domain/message-document.ts';
import { numberStory } from '../../src/domain/text/cite.ts';
import { momentText } from '../../src/domain/text/moment-text.ts';
import { consoleLimits } from './limits.ts';
import { block, conflictLines, headlineLines, paragraph, sentenceText, sourceLines } from './story-lines.ts';
import type { Style } from './style.ts';

/** Left margin of what stands under a headline, in columns. */
const margin = 4;

export function renderStory({ story, rank }: StoryDocument, style: Style): readonly string[] {
  const { summary, whatIsNew, sources } = numberStory(story);
  const conflicts = story.conflicts.flatMap((pair, index) => [
    ...(index > 0 ? [''] : []),
    ...conflictLines(pair, margin, style),
  ]);
  return [
    style.faint('─'.repeat(consoleLimits.columns)),
    ...headlineLines(story, rank, style),
    ...block(momentText(story.publishedAt), consoleLimits.headlineIndent).map(style.faint),
    ...section('', block(paragraph(summary), margin), style),
    ...section(
      'What is new',
      whatIsNew.flatMap((sentence) => block(sentenceText(sentence), margin + 2, '    •')),
      style,
    ),
    ...section('Sources disagree', conflicts, style),
    ...section(
      'Sources',
      sources.flatMap((source, index) => sourceLines(source, index + 1, margin, style)),
      style,
    ),
  ];
}

function section(heading: string, lines: readonly string[], style: Style): readonly string[] {
  if (lines.length === 0) return [];
  return ['', ...(heading ? [' '.repeat(margin) + style.strong(heading)] : []), ...lines];
}
