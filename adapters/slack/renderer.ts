import type { MessageDocument } from '../../src/domain/message-document.ts';
import { wordsOf } from '../../src/domain/words/words-of.ts';
import type { PayloadRenderer, RenderContext } from '../../src/ports/payload-renderer.ts';
import type { SlackPayload } from './block-types.ts';
import { renderAlert } from './render-alert.ts';
import { renderAnswer } from './render-answer.ts';
import { renderDigest } from './render-digest.ts';
import { renderNotice } from './render-notice.ts';
import { renderStory } from './render-story.ts';
import { renderUpdate } from './render-update.ts';

/** Makes bodies of chat.postMessage, each without its channel and thread. */
export const slackRenderer = { platform: 'slack', render } as const satisfies PayloadRenderer;

function render(document: MessageDocument, context: RenderContext): readonly SlackPayload[] {
  const envelope = { ...context, words: wordsOf(context.language) };
  switch (document.kind) {
    case 'digest':
      return renderDigest(document, envelope);
    case 'story':
      return renderStory(document, envelope);
    case 'update':
      return renderUpdate(document, envelope);
    case 'alert':
      return renderAlert(document, envelope);
    case 'answer':
      return renderAnswer(document, envelope);
    case 'notice':
      return renderNotice(document, envelope);
  }
}
