import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import { setUp, statesOf } from './owing.ts';
import {
  alertOf,
  auditOf,
  channelOf,
  hitOf,
  messageOf,
  postingOf,
  storyDecisionOf,
  toldOf,
  watchOf,
} from './samples.ts';
import type { Contract, OpenStore } from './stores-under-test.ts';

const ref = channelOf('C1');

/** Articles a and b of story s1 and c of s2; the watch w1 of channel C1 matched a and c, w2 matched a. */
async function openWithHits(open: OpenStore): Promise<Store> {
  const store = await open();
  await setUp(store);
  for (const id of ['w1', 'w2']) await store.watches.save(watchOf(id), auditOf('watch add'));
  await store.articles.keep(storyDecisionOf('a', 's1'));
  await store.articles.keep(storyDecisionOf('b', 's1'));
  await store.articles.keep(storyDecisionOf('c', 's2'));
  const hits = [hitOf('w1', 3, { storyId: 's2' }), hitOf('w2', 1), hitOf('w1', 1)];
  await store.matches.commit({ cursor: 0, upTo: 3, hits });
  return store;
}

async function pendingOf(store: Store) {
  return (await store.alerts.pending()).map(({ hit, story }) => ({
    hit: `${hit.watchId} ${hit.sequence}`,
    ids: story.articles.map(({ article }) => article.id),
    toldUpTo: story.toldUpTo,
  }));
}

export const alertStoreContract: Contract = {
  'pending hits come oldest first, with their watch and the whole story': async (open) => {
    const store = await openWithHits(open);

    expect(await pendingOf(store)).toEqual([
      { hit: 'w1 1', ids: ['a', 'b'], toldUpTo: 0 },
      { hit: 'w2 1', ids: ['a', 'b'], toldUpTo: 0 },
      { hit: 'w1 3', ids: ['c'], toldUpTo: 0 },
    ]);
    const [first] = await store.alerts.pending();
    expect(first?.hit).toEqual(hitOf('w1', 1));
    expect(first?.watch).toEqual(watchOf('w1'));
    expect(first?.story.storyId).toBe('s1');
  },

  "a story comes with what its watch's channel was told of it": async (open) => {
    const store = await openWithHits(open);
    const postings = [postingOf(ref, 's1', { toldUpTo: 2 })];
    await store.alerts.commit(alertOf(ref, { postings }));
    await setUp(store, 'C2');
    await store.watches.save(watchOf('w2', { channel: channelOf('C2') }), auditOf('watch edit'));

    expect((await pendingOf(store)).map(({ hit, toldUpTo }) => [hit, toldUpTo])).toEqual([
      ['w1 1', 2],
      ['w2 1', 3],
      ['w1 3', 0],
    ]);
  },

  'a watch on a channel that was not set up does not keep the others from alerting': async (open) => {
    const store = await openWithHits(open);
    await store.watches.save(watchOf('w2', { channel: channelOf('C9') }), auditOf('watch edit'));

    expect(await pendingOf(store)).toHaveLength(3);
  },

  'a commit settles the hits, owes the messages and remembers where the story stands': async (open) => {
    const store = await openWithHits(open);
    const decision = alertOf(ref, {
      told: [toldOf('w1', 1)],
      notTold: [{ watchId: 'w2', sequence: 1, reason: 'The story is muted here.' }],
      messages: [messageOf('alert')],
      postings: [postingOf(ref, 's1', { itemKey: 'alert', threadKey: 'alert', toldUpTo: 1 })],
    });

    expect(await store.alerts.commit(decision)).toBe('committed');
    expect(await statesOf(store)).toEqual({ alert: 'owed' });
    expect((await pendingOf(store)).map(({ hit }) => hit)).toEqual(['w1 3']);
    expect(await store.watches.hits({ watchId: null, sinceMs: 0 })).toMatchObject([
      { watchId: 'w1', sequence: 3, state: 'pending', remark: null, deliveryKey: null },
      { watchId: 'w1', sequence: 1, state: 'told', remark: null, deliveryKey: 'alert' },
      {
        ...{ watchId: 'w2', sequence: 1, state: 'not_told' },
        ...{ remark: 'The story is muted here.', deliveryKey: null },
      },
    ]);
    expect(await store.postings.moved({ postedSinceMs: 0 })).toMatchObject([
      { posting: { storyId: 's1', threadKey: 'alert', toldUpTo: 1 } },
    ]);
  },

  'a decision about a hit that is decided already is stale and changes nothing': async (open) => {
    const store = await openWithHits(open);
    await store.alerts.commit(alertOf(ref, { told: [toldOf('w1', 1)] }));
    const second = { told: [toldOf('w1', 3), toldOf('w1', 1)], messages: [messageOf('again')] };

    expect(await store.alerts.commit(alertOf(ref, second))).toBe('stale');
    expect(await statesOf(store)).toEqual({});
    expect((await pendingOf(store)).map(({ hit }) => hit)).toEqual(['w2 1', 'w1 3']);
  },

  'hits of a watch that was removed meanwhile make a decision stale': async (open) => {
    const store = await openWithHits(open);
    await store.watches.remove('w2', auditOf('watch remove'));

    expect(await store.alerts.commit(alertOf(ref, { told: [toldOf('w2', 1)] }))).toBe('stale');
  },

  'a channel that was not set up is an error': async (open) => {
    const { alerts } = await open();

    await expect(alerts.commit(alertOf(ref))).rejects.toThrow('not set up');
  },
};
