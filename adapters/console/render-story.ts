import type { StoryDocument } from '../../src/domain/message-document.ts';
import { numberStory } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import type { Words } from '../../src/domain/words/words.ts';
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

export function renderStory(document: StoryDocument, style: Style, words: Words): readonly string[] {
  const { story, rank } = document;
  const { summary, whatIsNew, sources } = numberStory(story);
  const news = whatIsNew.flatMap((sentence) => block(sentenceText(sentence), storyMargin + 2, '    •'));
  return [
    style.faint('─'.repeat(columns)),
    ...headlineLines(story, rank, style, words),
    ...block(escapeConsole(storyMomentText(document, words)), headlineIndent).map(style.faint),
    ...section('', block(paragraph(summary), storyMargin), storyMargin, style),
    ...section(words.whatIsNew, news, storyMargin, style),
    ...conflictSection(story, storyMargin, style, words),
    ...sourceSection(sources, storyMargin, style, words),
  ];
}
