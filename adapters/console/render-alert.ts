import type { AlertDocument, AlertStory } from '../../src/domain/message-document.ts';
import { alertSentences } from '../../src/domain/text/alert-sentences.ts';
import { numberSaid } from '../../src/domain/text/cite.ts';
import { storyMomentText } from '../../src/domain/text/moment-text.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { escapeConsole, escapeTitle } from './escape.ts';
import { consoleLimits } from './limits.ts';
import {
  block,
  conflictSection,
  headlineLines,
  matchedSentence,
  section,
  sourceSection,
} from './story-lines.ts';
import type { Style } from './style.ts';

const { columns, headlineIndent, storyMargin, titleChars } = consoleLimits;

/** A watch that matched: its name, its stories with the matched words in bold, and why it fired. */
export function renderAlert(alert: AlertDocument, style: Style, words: Words): readonly string[] {
  const name = escapeTitle(alert.watchName, titleChars, words);
  return [
    style.faint('━'.repeat(columns)),
    ...block(`${words.alert.toUpperCase()}${words.colon}${name}`, 1).map(style.strong),
    style.faint('━'.repeat(columns)),
    ...alert.stories.flatMap((entry, index) => ['', ...storyLines(entry, index + 1, style, words)]),
    '',
    style.faint('─'.repeat(columns)),
    ...block(escapeConsole(alert.reason), 1).map(style.faint),
  ];
}

function storyLines(entry: AlertStory, rank: number, style: Style, words: Words): readonly string[] {
  const { story } = entry;
  const matched = entry.matched.map(escapeConsole);
  const said = alertSentences({ story, matched }, Number.POSITIVE_INFINITY);
  const { sentences, sources } = numberSaid(story, said);
  const body = sentences.flatMap((sentence) => matchedSentence(sentence, matched, storyMargin, style));
  return [
    ...headlineLines(story, rank, style, words),
    ...block(escapeConsole(storyMomentText(entry, words)), headlineIndent).map(style.faint),
    ...section('', body, storyMargin, style),
    ...conflictSection(story, storyMargin, style, words),
    ...sourceSection(sources, storyMargin, style, words),
  ];
}
