import type { MessageDocument } from '../../src/domain/message-document.ts';
import type { DiscordPayload, Envelope } from './messages.ts';
import { renderAlert } from './render-alert.ts';
import { renderAnswer } from './render-answer.ts';
import { renderDigest } from './render-digest.ts';
import { renderNotice } from './render-notice.ts';
import { renderStory } from './render-story.ts';
import { renderUpdate } from './render-update.ts';

export function renderDocument(document: MessageDocument, envelope: Envelope): readonly DiscordPayload[] {
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
