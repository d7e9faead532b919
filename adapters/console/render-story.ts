import type { StoryDocument } from '../../src/domain/message-document.ts';
import { numberStory } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import { escapeConsole } from './escape.ts';
import { consoleLimits } from './limits.ts';
import {
  block,
  conflictSection,
  headlineLines,
  paragraph,
  section,
  sentenceText,
  sourceSection,
} from './story-lines.ts';
import type { Style } from './style.ts';

const { columns, headlineIndent, storyMargin } = consoleLimits;

export function renderStory(document: StoryDocument, style: Style): readonly string[] {
  const { story, rank } = document;
  const { summary, whatIsNew, sources } = numberStory(story);
  const news = whatIsNew.flatMap((sentence) => block(sentenceText(sentence), storyMargin + 2, '    •'));
  return [
    style.faint('─'.repeat(columns)),
    ...headlineLines(story, rank, style),
    ...block(escapeConsole(storyMomentText(document)), headlineIndent).map(style.faint),
    ...section('', block(paragraph(summary), storyMargin), storyMargin, style),
    ...section('What is new', news, storyMargin, style),
    ...conflictSection(story, storyMargin, style),
    ...sourceSection(sources, storyMargin, style),
  ];
}
