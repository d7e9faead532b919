import { channelKey } from '../../src/domain/channel-key.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { Posting } from '../../src/domain/posting.ts';
import type { StoryMaterial } from '../../src/domain/story.ts';
import type { PostingStore } from '../../src/ports/posting-store.ts';
import { keptArticleOf } from './in-memory-articles.ts';
import { findRecord, owe } from './in-memory-outbox.ts';
import { type InMemoryState, readChannel } from './in-memory-state.ts';

export function inMemoryPostings(state: InMemoryState): PostingStore {
  return {
    moved: async ({ postedSinceMs }) =>
      [...state.postings.values()]
        .filter(({ postedAtMs }) => postedAtMs >= postedSinceMs)
        .map((posting) => ({
          posting,
          item: findRecord(state, posting.itemKey)?.delivery.document ?? null,
          story: storyOf(state, posting.channel, posting.storyId),
        }))
        .filter(({ story }) => (story.articles.at(-1)?.sequence ?? 0) > story.toldUpTo)
        .toSorted(
          (a, b) =>
            a.posting.postedAtMs - b.posting.postedAtMs || (a.posting.storyId < b.posting.storyId ? -1 : 1),
        ),
    commit: async (decision) => {
      readChannel(state, decision.channel);
      const place = placeOf(decision.channel, decision.storyId);
      const posting = state.postings.get(place);
      const told = storyOf(state, decision.channel, decision.storyId).toldUpTo;
      if (!posting || told > decision.toldUpToBefore) return 'stale';
      owe(state, decision.channel, decision.messages, decision.decidedAtMs);
      state.postings.set(place, { ...posting, toldUpTo: decision.toldUpTo });
      return 'committed';
    },
  };
}

/** Whether somebody else told the channel more of one of these stories since that was read. */
export function isToldFurther(
  state: InMemoryState,
  ref: ChannelRef,
  storiesToldUpTo: Readonly<Record<string, number>>,
): boolean {
  return Object.entries(storiesToldUpTo).some(
    ([storyId, toldUpTo]) => storyOf(state, ref, storyId).toldUpTo > toldUpTo,
  );
}

export function savePostings(state: InMemoryState, postings: readonly Posting[]): void {
  for (const posting of postings) {
    const place = placeOf(posting.channel, posting.storyId);
    const toldUpTo = Math.max(posting.toldUpTo, state.postings.get(place)?.toldUpTo ?? 0);
    state.postings.set(place, { ...posting, toldUpTo });
  }
}

/** A story with what a channel was told of it; `ignoresTold` for a preview of everything. */
export function storyOf(
  state: InMemoryState,
  ref: ChannelRef,
  storyId: string,
  ignoresTold = false,
): StoryMaterial {
  const articles = state.articles.map(keptArticleOf).filter((article) => article.storyId === storyId);
  const posting = state.postings.get(placeOf(ref, storyId));
  const toldUpTo = ignoresTold
    ? 0
    : Math.max(state.channels.get(channelKey(ref))?.channel.toldUpTo ?? 0, posting?.toldUpTo ?? 0);
  return { storyId, articles, toldUpTo };
}

function placeOf(ref: ChannelRef, storyId: string): string {
  return `${channelKey(ref)} ${storyId}`;
}
