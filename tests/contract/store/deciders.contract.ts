import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import { setUp, statesOf } from './owing.ts';
import {
  alertOf,
  auditOf,
  channelOf,
  digestOf,
  hitOf,
  messageOf,
  postingOf,
  storyDecisionOf,
  watchOf,
} from './samples.ts';
import type { Contract, OpenStore } from './stores-under-test.ts';

const ref = channelOf('C1');
/** What each decider read before the other committed. */
const asRead = { s1: 1 };

/** Story s1 stands in the channel, told up to its article a; b has followed, and the watch w1 matched it. */
async function openWithNews(open: OpenStore): Promise<Store> {
  const store = await open();
  await store.articles.keep(storyDecisionOf('a', 's1'));
  await setUp(store);
  await store.watches.save(watchOf('w1'), auditOf('watch add'));
  await store.alerts.commit(alertOf(ref, { postings: [postingOf(ref, 's1', { toldUpTo: 1 })] }));
  await store.articles.keep(storyDecisionOf('b', 's1'));
  await store.matches.commit({ cursor: 0, upTo: 2, hits: [hitOf('w1', 2)] });
  return store;
}

/** The three ways in which a channel may be told of article b, each as decided before the others. */
const tellings = {
  digest: (store: Store) =>
    store.digests.commit(
      digestOf(ref, {
        toldUpToBefore: 1,
        toldUpTo: 2,
        messages: [messageOf('digest')],
        postings: [postingOf(ref, 's1', { threadKey: 'digest', toldUpTo: 2 })],
        storiesToldUpTo: asRead,
      }),
    ),
  alert: (store: Store) =>
    store.alerts.commit(
      alertOf(ref, {
        told: [{ watchId: 'w1', sequence: 2, deliveryKey: 'alert' }],
        messages: [messageOf('alert')],
        postings: [postingOf(ref, 's1', { threadKey: 'alert', toldUpTo: 2 })],
        storiesToldUpTo: asRead,
      }),
    ),
  update: (store: Store) =>
    store.postings.commit({
      ...{ channel: ref, storyId: 's1', toldUpToBefore: 1, toldUpTo: 2, decidedAtMs: 9_500 },
      messages: [messageOf('update')],
      notices: [],
    }),
};

const pairs = [
  ['digest', 'alert'],
  ['digest', 'update'],
  ['alert', 'digest'],
  ['alert', 'update'],
  ['update', 'digest'],
  ['update', 'alert'],
] as const;

/** Two processes, or two commands of one, may decide about a story at the same time. */
export const decidersContract: Contract = Object.fromEntries(
  pairs.map(([first, second]) => [
    `what a ${first} told meanwhile, a ${second} does not tell again`,
    async (open: OpenStore) => {
      const store = await openWithNews(open);

      expect(await tellings[first](store)).toBe('committed');
      expect(await tellings[second](store)).toBe('stale');

      expect(await statesOf(store)).toEqual({ [first]: 'owed' });
    },
  ]),
);
