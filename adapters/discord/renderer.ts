import type { Mention } from '../../src/domain/mention.ts';
import type { MessageDocument } from '../../src/domain/message-document.ts';
import type { PayloadRenderer } from '../../src/ports/payload-renderer.ts';
import type { DiscordPayload } from './messages.ts';
import { renderAlert } from './render-alert.ts';
import { renderAnswer } from './render-answer.ts';
import { renderDigest } from './render-digest.ts';
import { renderNotice } from './render-notice.ts';
import { renderStory } from './render-story.ts';
import { renderUpdate } from './render-update.ts';

/** Makes bodies of message create requests. */
export const discordRenderer: PayloadRenderer = { platform: 'discord', render };

function render(
  document: MessageDocument,
  key: string,
  mentions: readonly Mention[],
): readonly DiscordPayload[] {
  const envelope = { key, mentions };
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
