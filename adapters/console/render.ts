import type { Mention } from '../../src/domain/mention.ts';
import type { MessageDocument } from '../../src/domain/message-document.ts';
import type { Language, Words } from '../../src/domain/words/words.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import { mentionLines } from './mention-lines.ts';
import { renderAlert } from './render-alert.ts';
import { renderAnswer } from './render-answer.ts';
import { renderDigest } from './render-digest.ts';
import { renderNotice } from './render-notice.ts';
import { renderStory } from './render-story.ts';
import { renderUpdate } from './render-update.ts';
import { type Style, styleOf } from './style.ts';

interface ConsoleOptions {
  readonly color: boolean;
  readonly mentions: readonly Mention[];
  readonly language: Language;
}

/** A document as text for a terminal of 80 columns, without a line break at its end. */
export function renderConsole(
  document: MessageDocument,
  { color, mentions, language }: ConsoleOptions,
): string {
  const words = wordsOf(language);
  return [...linesOf(document, styleOf(color), words), ...mentionLines(mentions, words)].join('\n');
}

function linesOf(document: MessageDocument, style: Style, words: Words): readonly string[] {
  switch (document.kind) {
    case 'digest':
      return renderDigest(document, style, words);
    case 'story':
      return renderStory(document, style, words);
    case 'update':
      return renderUpdate(document, style, words);
    case 'alert':
      return renderAlert(document, style, words);
    case 'answer':
      return renderAnswer(document, style, words);
    case 'notice':
      return renderNotice(document, style);
  }
}
