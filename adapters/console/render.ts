import type { Mention } from '../../src/domain/mention.ts';
import type { MessageDocument } from '../../src/domain/message-document.ts';
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
}

/** A document as text for a terminal of 80 columns, without a line break at its end. */
export function renderConsole(document: MessageDocument, { color, mentions }: ConsoleOptions): string {
  return [...linesOf(document, styleOf(color)), ...mentionLines(mentions)].join('\n');
}

function linesOf(document: MessageDocument, style: Style): readonly string[] {
  switch (document.kind) {
    case 'digest':
      return renderDigest(document, style);
    case 'story':
      return renderStory(document, style);
    case 'update':
      return renderUpdate(document, style);
    case 'alert':
      return renderAlert(document, style);
    case 'answer':
      return renderAnswer(document, style);
    case 'notice':
      return renderNotice(document, style);
  }
}
