import type { MessageDocument } from '../../src/domain/message-document.ts';
import type { PayloadRenderer } from '../../src/ports/payload-renderer.ts';
import type { SlackPayload } from './messages.ts';
import { renderAnswer } from './render-answer.ts';
import { renderDigest } from './render-digest.ts';
import { renderNotice } from './render-notice.ts';
import { renderStory } from './render-story.ts';

/** Makes bodies of chat.postMessage, each without its channel and thread. */
export const slackRenderer: PayloadRenderer = { platform: 'slack', render };

function render(document: MessageDocument, key: string): readonly SlackPayload[] {
  switch (document.kind) {
    case 'digest':
      return renderDigest(document, key);
    case 'story':
      return renderStory(document, key);
    case 'answer':
      return renderAnswer(document, key);
    case 'notice':
      return renderNotice(document, key);
  }
}
