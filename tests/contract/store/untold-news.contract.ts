import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import { claimedKey, deliveryOf, recordPosted, setUp } from './owing.ts';
import { updateOf } from './sample-update.ts';
import { alertOf, auditOf, channelOf, digestOf, messageOf, postingOf, storyDecisionOf } from './samples.ts';
import type { Contract, OpenStore } from './stores-under-test.ts';

const ref = channelOf('C1');
const gone = { kind: 'dead', problem: 'The thread is gone.', atMs: 10_020, targetIsGone: true } as const;

/** A digest told of s1 (article 1) and s2 (article 2); article 3 followed in s1, and its update is being sent. */
async function openWithUpdate(open: OpenStore): Promise<Store> {
  const store = await open();
  await setUp(store);
  await store.articles.keep(storyDecisionOf('a', 's1'));
  await store.articles.keep(storyDecisionOf('b', 's2'));
  const place = { itemKey: null, threadKey: 'head' };
  await store.digests.commit(
    digestOf(ref, {
      toldUpTo: 2,
      messages: [messageOf('head')],
      postings: [
        postingOf(ref, 's1', { ...place, toldUpTo: 1 }),
        postingOf(ref, 's2', { ...place, toldUpTo: 2 }),
      ],
      storiesToldUpTo: { s1: 0, s2: 0 },
    }),
  );
  await claimedKey(store);
  await recordPosted(store, 'head');
  await store.articles.keep(storyDecisionOf('c', 's1'));
  const told = { storyId: 's1', toldUpToBefore: 2, toldUpTo: 3 };
  const message = updateOf('news', 's1');
  expect(
    await store.postings.commit({
      channel: ref,
      ...told,
      decidedAtMs: 9_500,
      messages: [message],
      notices: [],
    }),
  ).toBe('committed');
  return store;
}

async function refuseAsGone(store: Store, key = 'news'): Promise<void> {
  expect(await claimedKey(store, 10_010)).toBe(key);
  await store.deliveries.record(key, 1, gone);
}

async function untoldIn(store: Store) {
  const { stories } = await store.digests.untold(ref, { all: false });
  return stories.map(({ storyId, toldUpTo }) => [storyId, toldUpTo]);
}

/** The cursor goes over what the update was to tell, as a digest decided between its decision and its sending does. */
async function moveCursor(store: Store): Promise<void> {
  await store.digests.commit(digestOf(ref, { toldUpToBefore: 2, toldUpTo: 3, slotMs: 8_500 }));
}

export const untoldNewsContract: Contract = {
  'news refused since its thread is gone is untold again, and no story stands in that thread': async (
    open,
  ) => {
    const store = await openWithUpdate(open);
    expect(await untoldIn(store)).toEqual([]);

    await refuseAsGone(store);
    await store.articles.keep(storyDecisionOf('d', 's2'));

    expect(await untoldIn(store)).toEqual([
      ['s1', 2],
      ['s2', 2],
    ]);
    expect(await store.postings.moved({ postedSinceMs: 0 })).toEqual([]);
  },

  'news is untold again also where a digest went past it meanwhile': async (open) => {
    const store = await openWithUpdate(open);
    await moveCursor(store);

    await refuseAsGone(store);

    expect(await untoldIn(store)).toEqual([['s1', 2]]);
  },

  'a digest that tells lost news tells it once, and of two digests only the first': async (open) => {
    const store = await openWithUpdate(open);
    await moveCursor(store);
    await refuseAsGone(store);
    const digest = (key: string) =>
      store.digests.commit(
        digestOf(ref, {
          ...{ toldUpToBefore: 3, toldUpTo: 3, slotMs: 9_000 + key.length },
          messages: [messageOf(key)],
          postings: [postingOf(ref, 's1', { itemKey: null, threadKey: key, toldUpTo: 3 })],
          storiesToldUpTo: { s1: 2 },
        }),
      );

    expect(await digest('next')).toBe('committed');
    expect(await digest('other')).toBe('stale');
    expect(await untoldIn(store)).toEqual([]);
  },

  'an alert that tells a story tells its lost news too': async (open) => {
    const store = await openWithUpdate(open);
    await moveCursor(store);
    await refuseAsGone(store);
    const postings = [postingOf(ref, 's1', { threadKey: 'alert', toldUpTo: 3 })];

    await store.alerts.commit(
      alertOf(ref, { messages: [messageOf('alert')], postings, storiesToldUpTo: { s1: 2 } }),
    );

    expect(await untoldIn(store)).toEqual([]);
  },

  "lost news is nobody's trouble, and who tries it again untells nothing a second time": async (open) => {
    const store = await openWithUpdate(open);
    await refuseAsGone(store);
    expect(await store.deliveries.troubled(0)).toEqual([]);
    expect(await deliveryOf(store, 'news')).toMatchObject({ state: 'dead', lastProblem: gone.problem });
    await store.digests.commit(
      digestOf(ref, {
        ...{ toldUpToBefore: 2, toldUpTo: 3, slotMs: 9_100 },
        messages: [messageOf('next')],
        postings: [postingOf(ref, 's1', { itemKey: null, threadKey: 'next', toldUpTo: 3 })],
        storiesToldUpTo: { s1: 2 },
      }),
    );
    await claimedKey(store, 10_030);
    await recordPosted(store, 'next');

    await store.desk.retry('news', auditOf('deliveries retry'));
    expect(await claimedKey(store, 20_000)).toBe('news');
    await store.deliveries.record('news', 1, gone);

    expect(await untoldIn(store)).toEqual([]);
  },

  'an item that was taken away is rewritten no more, and its story keeps its thread': async (open) => {
    const store = await openWithUpdate(open);
    await claimedKey(store, 10_010);
    await recordPosted(store, 'news');
    await store.alerts.commit(
      alertOf(ref, {
        messages: [messageOf('item', 'head'), messageOf('revision', 'head', { revises: 'item' })],
        postings: [postingOf(ref, 's1', { itemKey: 'item', threadKey: 'head', toldUpTo: 3 })],
      }),
    );
    await claimedKey(store, 10_020);
    await recordPosted(store, 'item');
    await refuseAsGone(store, 'revision');
    await store.articles.keep(storyDecisionOf('d', 's1'));

    const [moved] = await store.postings.moved({ postedSinceMs: 0 });
    expect(moved?.posting).toMatchObject({ itemKey: null, threadKey: 'head' });
  },

  'a refusal of a message for itself changes no place': async (open) => {
    const store = await openWithUpdate(open);
    await claimedKey(store, 10_010);
    await store.deliveries.record('news', 1, { ...gone, targetIsGone: false });

    expect(await untoldIn(store)).toEqual([]);
    expect((await store.deliveries.troubled(0)).map(({ delivery }) => delivery.key)).toEqual(['news']);
  },
};
