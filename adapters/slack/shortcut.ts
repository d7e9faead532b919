import { listAt, textAt, valueAt } from '../../src/domain/json.ts';
import type { Desk } from './desk.ts';
import { openAnswer } from './modals.ts';
import { readInteractionOrigin } from './read-origin.ts';
import { firstLinkOf, plainSlackText } from './read-slack-text.ts';

/** As in the manifest. */
export const compareCallbackId = 'compare';

/** Compares a message with what is known, and shows in a window what is new in it. */
export async function answerCompare(body: unknown, desk: Desk): Promise<void> {
  const article = articleOf(valueAt(body, 'message'));
  await openAnswer({ name: 'compare', options: { article } }, readInteractionOrigin(body), desk);
}

/** The first link of a message, in its text, its blocks or its previews, else its text. */
export function articleOf(message: unknown): string {
  const text = textAt(message, 'text');
  const previewed = listAt(message, 'attachments').map((each) => textAt(each, 'from_url'));
  return (
    firstLinkOf(text) ??
    firstLinkIn(valueAt(message, 'blocks')) ??
    previewed.find((url) => url !== '') ??
    plainSlackText(text)
  );
}

function firstLinkIn(blocks: unknown): string | null {
  if (Array.isArray(blocks)) {
    for (const each of blocks) {
      const link = firstLinkIn(each);
      if (link !== null) return link;
    }
    return null;
  }
  if (textAt(blocks, 'type') === 'link' && /^https?:/i.test(textAt(blocks, 'url')))
    return textAt(blocks, 'url');
  return firstLinkIn(valueAt(blocks, 'elements') ?? []);
}
