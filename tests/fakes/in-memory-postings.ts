import { channelKey } from '../../src/domain/channel-key.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { Posting } from '../../src/domain/posting.ts';
import type { StoryMaterial } from '../../src/domain/story.ts';
import type { PostingStore, ToldUpdate } from '../../src/ports/posting-store.ts';
import { keptArticleOf } from './in-memory-articles.ts';
import { dropPlaces, findRecord, notify, owe } from './in-memory-outbox.ts';
import { type DeliveryRecord, type InMemoryState, readChannel } from './in-memory-state.ts';

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
    toldSince: async (ref, sinceMs) => toldSince(state, ref, sinceMs),
    commit: async (decision) => {
      readChannel(state, decision.channel);
      const place = placeOf(decision.channel, decision.storyId);
      const posting = state.postings.get(place);
      const told = storyOf(state, decision.channel, decision.storyId).toldUpTo;
      if (!posting || told > decision.toldUpToBefore) return 'stale';
      owe(state, decision.channel, decision.messages, decision.decidedAtMs);
      for (const { key, revises } of decision.messages) {
        const record = revises === null ? findRecord(state, key) : undefined;
        if (record?.delivery.document.kind === 'update') record.toldBefore = decision.toldUpToBefore;
      }
      notify(state, decision.notices, decision.decidedAtMs);
      state.postings.set(place, { ...posting, toldUpTo: decision.toldUpTo });
      return 'committed';
    },
  };
}

function toldSince(state: InMemoryState, ref: ChannelRef, sinceMs: number): readonly ToldUpdate[] {
  const told = state.deliveries
    .filter(({ delivery }) => channelKey(delivery.channel) === channelKey(ref))
    .filter(({ decidedAtMs }) => decidedAtMs > sinceMs)
    .filter(({ delivery }) => delivery.state !== 'dead' && delivery.hold?.kind !== 'approval')
    .toReversed()
    .toSorted((a, b) => b.decidedAtMs - a.decidedAtMs);
  const latest = new Map<string, ToldUpdate>();
  for (const { delivery, decidedAtMs } of told) {
    const { document, revises, permalink } = delivery;
    if (document.kind !== 'update' || revises !== null || latest.has(document.story.storyId)) continue;
    latest.set(document.story.storyId, { document, decidedAtMs, permalink });
  }
  return [...latest.values()];
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
    state.untoldNews.delete(place);
  }
}

/** These stories are being told to a channel whole. */
export function tellAnew(state: InMemoryState, ref: ChannelRef, storyIds: readonly string[]): void {
  for (const storyId of storyIds) state.untoldNews.delete(placeOf(ref, storyId));
}

/** What an update belongs to was taken away: what it was to tell is untold again, once. */
export function untellLost(state: InMemoryState, { delivery, toldBefore }: DeliveryRecord): void {
  const { channel, document, threadOf, revises } = delivery;
  const target = revises ?? threadOf;
  if (target === null) return;
  const place = placeOf(channel, document.kind === 'update' ? document.story.storyId : '');
  const stood = state.postings.get(place)?.threadKey === target;
  dropPlaces(state, new Set([target]));
  if (!stood || toldBefore === null) return;
  state.untoldNews.set(place, Math.min(state.untoldNews.get(place) ?? toldBefore, toldBefore));
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
  const lost = state.untoldNews.get(placeOf(ref, storyId));
  const toldUpTo = ignoresTold
    ? 0
    : (lost ?? Math.max(state.channels.get(channelKey(ref))?.channel.toldUpTo ?? 0, posting?.toldUpTo ?? 0));
  return { storyId, articles, toldUpTo };
}

function placeOf(ref: ChannelRef, storyId: string): string {
  return `${channelKey(ref)} ${storyId}`;
}
