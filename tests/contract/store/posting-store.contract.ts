import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import type { Posting } from '../../../src/domain/posting.ts';
import type { UpdateDecision } from '../../../src/ports/posting-store.ts';
import { owe, setUp, statesOf } from './owing.ts';
import { alertOf, auditOf, channelOf, digestOf, messageOf, postingOf, storyDecisionOf } from './samples.ts';
import type { Contract, OpenStore } from './stores-under-test.ts';

const ref = channelOf('C1');
const everything = { postedSinceMs: 0 };

const update: UpdateDecision = {
  channel: ref,
  storyId: 's1',
  toldUpToBefore: 1,
  toldUpTo: 2,
  decidedAtMs: 9_500,
  messages: [messageOf('update')],
  notices: [],
};

async function post(store: Store, ...postings: readonly Posting[]): Promise<void> {
  await store.alerts.commit(alertOf(ref, { postings }));
}

/** Story s1, told up to its article a, which b has followed since. */
async function openWithMovedStory(open: OpenStore): Promise<Store> {
  const store = await open();
  await setUp(store);
  await store.articles.keep(storyDecisionOf('a', 's1'));
  await post(store, postingOf(ref, 's1', { toldUpTo: 1 }));
  await store.articles.keep(storyDecisionOf('b', 's1'));
  return store;
}

export const postingStoreContract: Contract = {
  'a posted story with a later article has moved, and comes whole': async (open) => {
    const store = await openWithMovedStory(open);
    await store.articles.keep(storyDecisionOf('c', 's2'));

    const moved = await store.postings.moved(everything);

    expect(moved).toHaveLength(1);
    expect(moved[0]?.posting).toEqual(postingOf(ref, 's1', { toldUpTo: 1 }));
    expect(moved[0]?.story).toMatchObject({ storyId: 's1', toldUpTo: 1 });
    expect(moved[0]?.story.articles.map(({ article }) => article.id)).toEqual(['a', 'b']);
  },

  'a story of which nothing came since, or that was posted before, has not moved': async (open) => {
    const store = await openWithMovedStory(open);
    await store.articles.keep(storyDecisionOf('c', 's2'));
    await post(store, postingOf(ref, 's2', { toldUpTo: 3 }));

    expect(await store.postings.moved({ postedSinceMs: 9_001 })).toEqual([]);
    expect((await store.postings.moved({ postedSinceMs: 9_000 })).map((p) => p.story.storyId)).toEqual([
      's1',
    ]);
  },

  'what a digest told of a story since has not moved it': async (open) => {
    const store = await openWithMovedStory(open);
    await store.digests.commit(digestOf(ref, { toldUpTo: 2 }));

    expect(await store.postings.moved(everything)).toEqual([]);
  },

  'a commit owes the messages and remembers what was told': async (open) => {
    const store = await openWithMovedStory(open);

    expect(await store.postings.commit(update)).toBe('committed');
    expect(await statesOf(store)).toEqual({ update: 'owed' });
    expect(await store.postings.moved(everything)).toEqual([]);
    expect((await store.digests.untold(ref, { all: false })).stories).toEqual([]);
  },

  'the second of two updates on one state is stale and owes nothing': async (open) => {
    const store = await openWithMovedStory(open);
    await store.postings.commit({ ...update, messages: [] });

    expect(await store.postings.commit(update)).toBe('stale');
    expect(await statesOf(store)).toEqual({});
  },

  'a moved story comes with what its item shows': async (open) => {
    const store = await openWithMovedStory(open);
    const shown = async () => (await store.postings.moved(everything))[0]?.item;
    await owe(store, 'C1', [messageOf('shown item')]);
    await post(store, postingOf(ref, 's1', { itemKey: 'shown item' }));
    expect(await shown()).toEqual(messageOf('shown item').document);

    await post(store, postingOf(ref, 's1', { itemKey: null }));
    expect(await shown()).toBeNull();
  },

  'an update of a story that does not stand in the channel is stale': async (open) => {
    const store = await openWithMovedStory(open);

    expect(await store.postings.commit({ ...update, storyId: 's7' })).toBe('stale');
  },

  'a newer posting takes the place of the older, and what was told stays told': async (open) => {
    const store = await openWithMovedStory(open);
    const newer = postingOf(ref, 's1', {
      itemKey: null,
      threadKey: 'later head',
      rank: 3,
      postedAtMs: 9_900,
    });
    await post(store, newer);

    expect((await store.postings.moved(everything)).map(({ posting }) => posting)).toEqual([
      { ...newer, toldUpTo: 1 },
    ]);
  },

  'a story stands in each channel for itself': async (open) => {
    const store = await openWithMovedStory(open);
    await setUp(store, 'C2');
    await post(store, postingOf(channelOf('C2'), 's1', { toldUpTo: 2 }));

    expect((await store.postings.moved(everything)).map(({ posting }) => posting.channel)).toEqual([ref]);
  },

  'a story has no place in a thread that was given up, and comes to the channel anew': async (open) => {
    const store = await openWithMovedStory(open);
    await owe(store, 'C1', [messageOf('alert', null, { hold: { kind: 'approval' } })]);
    const place = { itemKey: 'alert', threadKey: 'alert', toldUpTo: 2 };
    await post(store, postingOf(ref, 's1', place));
    expect((await store.digests.untold(ref, { all: false })).stories).toEqual([]);

    await store.desk.discard('alert', auditOf('deliveries discard'));

    expect(await store.postings.moved(everything)).toEqual([]);
    const { stories } = await store.digests.untold(ref, { all: false });
    expect(stories.map(({ storyId }) => storyId)).toEqual(['s1']);
  },
};
