import type { UpdateDocument } from '../../src/domain/message-document.ts';
import { leadSentences, numberSaid } from '../../src/domain/text/cite.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { escapeTitle } from './escape.ts';
import { consoleLimits } from './limits.ts';
import { block, conflictSection, section, sentenceText, sourceSection } from './story-lines.ts';
import type { Style } from './style.ts';

const { columns, headlineChars, storyMargin } = consoleLimits;

/** For a story's thread: what is new comes first, and what was told before is not told again. */
export function renderUpdate({ story }: UpdateDocument, style: Style, words: Words): readonly string[] {
  const { sentences, sources } = numberSaid(story, leadSentences(story));
  const heading = `${words.tagUpdate}${words.colon}${escapeTitle(story.headline, headlineChars, words)}`;
  const news = sentences.flatMap((sentence) => block(sentenceText(sentence), storyMargin + 2, '    •'));
  return [
    style.faint('─'.repeat(columns)),
    ...block(heading, storyMargin, ' +').map(style.strong),
    ...section('', news, storyMargin, style),
    ...conflictSection(story, storyMargin, style, words),
    ...sourceSection(sources, storyMargin, style, words),
  ];
}
