import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import type { OwedMessage } from '../../../src/domain/delivery.ts';
import { claimedKey, deliveryOf, recordDead, recordPosted, setUp } from './owing.ts';
import { updateOf } from './sample-update.ts';
import { alertOf, channelOf, messageOf } from './samples.ts';
import type { Contract, OpenStore } from './stores-under-test.ts';

const ref = channelOf('C1');

async function tell(store: Store, atMs: number, ...messages: readonly OwedMessage[]): Promise<void> {
  await store.alerts.commit(alertOf(ref, { messages, decidedAtMs: atMs }));
}

/** A channel with the message `head`, posted at 9,000 ms. */
async function openWithHead(open: OpenStore): Promise<Store> {
  const store = await open();
  for (const id of ['C1', 'C2']) await setUp(store, id);
  await tell(store, 9_000, messageOf('head'));
  expect(await claimedKey(store)).toBe('head');
  await recordPosted(store, 'head');
  return store;
}

/** Headline and moment of each told update. */
async function toldIn(store: Store, sinceMs: number, channelId = 'C1') {
  const told = await store.postings.toldSince(channelOf(channelId), sinceMs);
  return told.map(({ document, decidedAtMs }) => [document.story.headline, decidedAtMs]);
}

export const toldUpdatesContract: Contract = {
  'an update comes whole, and with its address once it is posted': async (open) => {
    const store = await openWithHead(open);
    const update = updateOf('u1', 's1');
    await tell(store, 9_500, update);

    const { document } = update;
    expect(await store.postings.toldSince(ref, 9_000)).toEqual([
      { document, decidedAtMs: 9_500, permalink: null },
    ]);
    expect(await claimedKey(store, 10_010)).toBe('u1');
    await recordPosted(store, 'u1');
    expect(await store.postings.toldSince(ref, 9_000)).toEqual([
      { document, decidedAtMs: 9_500, permalink: 'https://chat.example/u1' },
    ]);
  },

  'only what was told after the moment counts, and only in that channel': async (open) => {
    const store = await openWithHead(open);
    await tell(store, 9_500, updateOf('u1', 's1'));

    expect(await toldIn(store, 9_499)).toEqual([['Headline of u1', 9_500]]);
    expect(await toldIn(store, 9_500)).toEqual([]);
    expect(await toldIn(store, 0, 'C2')).toEqual([]);
  },

  'of each story the latest update comes, the most recent story first': async (open) => {
    const store = await openWithHead(open);
    await tell(store, 9_500, updateOf('u1', 's1'));
    await tell(store, 9_600, updateOf('u2', 's2'), updateOf('u3', 's3'));
    await tell(store, 9_700, updateOf('u4', 's1'));

    expect(await toldIn(store, 9_000)).toEqual([
      ['Headline of u4', 9_700],
      ['Headline of u3', 9_600],
      ['Headline of u2', 9_600],
    ]);
  },

  'other messages and revisions of items are no updates': async (open) => {
    const store = await openWithHead(open);
    await tell(store, 9_500, messageOf('notice'), updateOf('u1.r', 's1', { revises: 'head' }));

    expect(await toldIn(store, 9_000)).toEqual([]);
  },

  'what was given up or waits for approval was not told, and what was told before it was': async (open) => {
    const store = await openWithHead(open);
    await tell(store, 9_500, updateOf('u1', 's1'));
    await tell(store, 9_600, updateOf('u2', 's1'), updateOf('u3', 's2', { hold: { kind: 'approval' } }));
    expect(await claimedKey(store, 10_010)).toBe('u1');
    await recordPosted(store, 'u1', 10_000);
    await recordDead(store, 'u2');

    expect(await toldIn(store, 9_000)).toEqual([['Headline of u1', 9_500]]);
  },

  'an attempt that failed does not move the moment at which it was told': async (open) => {
    const store = await openWithHead(open);
    await tell(store, 9_500, updateOf('u1', 's1'));
    expect(await claimedKey(store, 10_010)).toBe('u1');
    const timedOut = {
      kind: 'postponed',
      problem: 'It timed out.',
      countsAttempt: true,
      mayBePosted: false,
    } as const;
    await store.deliveries.record('u1', 1, { ...timedOut, retryAtMs: 90_000 });

    expect((await deliveryOf(store, 'u1'))?.state).toBe('owed');
    expect(await toldIn(store, 9_500)).toEqual([]);
    expect(await toldIn(store, 9_000)).toEqual([['Headline of u1', 9_500]]);
  },
};
