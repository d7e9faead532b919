import type { MessageDocument } from '../../src/domain/message-document.ts';
import type { PayloadRenderer } from '../../src/ports/payload-renderer.ts';
import type { DiscordPayload } from './messages.ts';
import { renderAnswer } from './render-answer.ts';
import { renderDigest } from './render-digest.ts';
import { renderNotice } from './render-notice.ts';
import { renderStory } from './render-story.ts';

/** Makes bodies of message create requests. */
export const discordRenderer: PayloadRenderer = { platform: 'discord', render };

function render(document: MessageDocument, key: string): readonly DiscordPayload[] {
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
