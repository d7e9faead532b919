import type { MessageDocument, UpdateDocument } from '../../src/domain/message-document.ts';

/**
 * Whether a reply in a thread is shown in the channel too: a contradiction, or something new from a primary document.
 * Whatever else is new in a story is for those who follow its thread.
 */
export function isForChannel(document: MessageDocument): boolean {
  return document.kind === 'update' && isMaterial(document);
}

function isMaterial({ story }: UpdateDocument): boolean {
  if (story.verdict === 'contradicts') return true;
  const primary = new Set(
    story.sources
      .filter(({ tier, isNote }) => tier === 'primary' && !isNote)
      .map(({ articleId }) => articleId),
  );
  return story.whatIsNew.some(({ citations }) => citations.some(({ articleId }) => primary.has(articleId)));
}
