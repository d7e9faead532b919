import { approvalActions, type MessageAction } from '../domain/action.ts';
import { channelKey } from '../domain/channel-key.ts';
import type { Delivery, OwedMessage } from '../domain/delivery.ts';
import type { MessageDocument, NoticeDocument, StoryEntry } from '../domain/message-document.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { TroubledDelivery } from '../ports/delivery-store.ts';

/** More stories of a message that waits are counted. */
const mostListed = 10;

/**
 * What admins are told of a delivery: that it waits for their approval, or why it was given up. One that was never tried
 * was given up by an admin, who knows. Troubles of one channel for one reason are one notice, until it is posted to again.
 * `channelName` is what people know its channel by; the notice is the same one whatever the channel is named now.
 */
export function adminNotice(
  { delivery, lastPostedSequence }: TroubledDelivery,
  channelName: string,
): OwedMessage | null {
  if (delivery.state === 'held') {
    return messageOf(`h${shortHash(delivery.key)}`, approvalNotice(delivery, channelName));
  }
  if (delivery.attempts === 0) return null;
  const trouble = [channelKey(delivery.channel), delivery.lastProblem, lastPostedSequence];
  return messageOf(`t${shortHash(JSON.stringify(trouble))}`, troubleNotice(delivery, channelName));
}

function approvalNotice({ key, document }: Delivery, channelName: string): NoticeDocument {
  const watchId = document.kind === 'alert' ? document.watchId : null;
  return {
    kind: 'notice',
    heading: `A message for ${channelName} waits for approval`,
    paragraphs: [
      ...contentOf(document),
      ...(watchId === null ? [] : ['Edit changes the watch for later alerts; this message stays as it is.']),
      `Or: deliveries approve ${key}, deliveries discard ${key}.`,
    ],
    actions: approvalActions(key, watchId),
  };
}

function troubleNotice({ key, document, lastProblem }: Delivery, channelName: string): NoticeDocument {
  const retry: MessageAction = {
    label: 'retry',
    how: 'run',
    input: { name: 'deliveries retry', options: { key } },
    tone: 'primary',
  };
  return {
    kind: 'notice',
    heading: `A message could not be posted in ${channelName}`,
    paragraphs: [
      lastProblem ?? 'No reason was recorded.',
      ...contentOf(document),
      `It is kept. When that is mended: deliveries retry ${key}. Further messages that fail there for the same reason are not told.`,
    ],
    actions: [retry],
  };
}

/** Enough of a message to decide about it. */
function contentOf(document: MessageDocument): readonly string[] {
  switch (document.kind) {
    case 'digest':
      return [`Digest of ${document.stories.length}:`, ...storyLines(document.stories)];
    case 'alert':
      return [
        `Alert ${document.watchName}. ${document.reason}`,
        ...storyLines(document.stories.map(({ story }) => story)),
      ];
    case 'story':
    case 'update':
      return storyLines([document.story]);
    case 'answer':
      return [`Answer to: ${document.question}`];
    case 'notice':
      return [document.heading, ...document.paragraphs];
  }
}

function storyLines(stories: readonly StoryEntry[]): readonly string[] {
  const lines = stories.slice(0, mostListed).map(({ headline, whatIsNew, summary }) => {
    const [first] = [...whatIsNew, ...summary];
    return first ? `${headline}: ${first.text}` : headline;
  });
  const unlisted = stories.length - lines.length;
  return unlisted > 0 ? [...lines, `and ${unlisted} more`] : lines;
}

function messageOf(key: string, document: NoticeDocument): OwedMessage {
  return { key, document, threadOf: null, revises: null, mentions: [], hold: null };
}
