import type { Delivery } from '../../../src/domain/delivery.ts';
import type { MessageDocument, StoryEntry } from '../../../src/domain/message-document.ts';

/** What a channel is told, in its order: each line a message, with all that readers see but the moments of deciding. */
export function toldIn(deliveries: readonly Delivery[]): Readonly<Record<string, readonly string[]>> {
  const byChannel = Map.groupBy(
    deliveries.toSorted((a, b) => a.sequence - b.sequence),
    ({ channel }) => channel.channelId,
  );
  return Object.fromEntries([...byChannel].map(([channelId, own]) => [channelId, linesOf(own)]));
}

/** Keys follow from cursors and slots, so that they are told apart here by their place in the channel. */
function linesOf(deliveries: readonly Delivery[]): readonly string[] {
  const placeOf = new Map(deliveries.map(({ key }, place) => [key, place]));
  const placeIn = (key: string | null) => (key === null ? null : (placeOf.get(key) ?? 'lost'));
  return deliveries.map(({ document, mentions, threadOf, revises }) =>
    JSON.stringify([placeIn(threadOf), placeIn(revises), mentions, document], withoutMoments),
  );
}

/**
 * Moments of deciding differ by the seconds that a kill takes; those of the news do not. Where a message stands is the
 * platform's to say, and it is not known while the message is on its way.
 */
function withoutMoments(name: string, value: unknown): unknown {
  if (name === 'permalink') return 'somewhere';
  const isMoment = name === 'asOfMs' || name === 'revised';
  return isMoment && value !== null ? 'some time' : value;
}

/** Tellings that happened more than once: a story as new to a channel, or a fact as new in a story. */
export function toldTwice(deliveries: readonly Delivery[]): readonly string[] {
  const tellings = deliveries.flatMap(({ channel, document }) =>
    storiesTold(document).flatMap((story) =>
      tellingsOf(story).map((telling) => `${channel.channelId}: ${telling}`),
    ),
  );
  return [...Map.groupBy(tellings, (telling) => telling)]
    .filter(([, same]) => same.length > 1)
    .map(([telling]) => telling);
}

/** A digest's items say again what its head says, and so do the revisions of them. */
function storiesTold(document: MessageDocument): readonly StoryEntry[] {
  switch (document.kind) {
    case 'digest':
      return document.stories;
    case 'update':
      return [document.story];
    case 'alert':
      return document.stories.map(({ story }) => story);
    case 'story':
    case 'answer':
    case 'notice':
      return [];
  }
}

function tellingsOf({ storyId, verdict, whatIsNew }: StoryEntry): readonly string[] {
  const begins = verdict === 'new' ? [`${storyId} as a new story`] : [];
  return [...begins, ...whatIsNew.map(({ text }) => text)];
}
