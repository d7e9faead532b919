import type { MessageDocument } from '../domain/message-document.ts';

/** What a message is, in one line for a table. Headlines in it are text from outside. */
export function documentText(document: MessageDocument): string {
  switch (document.kind) {
    case 'digest':
      return `digest of ${document.stories.length} ${document.stories.length === 1 ? 'story' : 'stories'}`;
    case 'story':
      return `story: ${document.story.headline}`;
    case 'update':
      return `update: ${document.story.headline}`;
    case 'alert':
      return `alert: ${document.watchName}`;
    case 'answer':
      return `answer: ${document.question}`;
    case 'notice':
      return `notice: ${document.heading}`;
  }
}
