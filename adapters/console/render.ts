import type { MessageDocument } from '../../src/domain/message-document.ts';
import { renderAnswer } from './render-answer.ts';
import { renderDigest } from './render-digest.ts';
import { renderNotice } from './render-notice.ts';
import { renderStory } from './render-story.ts';
import { type Style, styleOf } from './style.ts';

/** A document as text for a terminal of 80 columns, without a line break at its end. */
export function renderConsole(document: MessageDocument, options: { readonly color: boolean }): string {
  return linesOf(document, styleOf(options.color)).join('\n');
}

function linesOf(document: MessageDocument, style: Style): readonly string[] {
  switch (document.kind) {
    case 'digest':
      return renderDigest(document, style);
    case 'story':
      return renderStory(document, style);
    case 'answer':
      return renderAnswer(document, style);
    case 'notice':
      return renderNotice(document, style);
  }
}
