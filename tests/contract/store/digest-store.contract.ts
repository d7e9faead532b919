import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import { deliveryOf, recordPosted, setUp } from './owing.ts';
import {
  auditOf,
  channelOf,
  decisionOf,
  digestOf,
  messageOf,
  postingOf,
  storyDecisionOf,
  watchOf,
} from './samples.ts';
import type { Contract, OpenStore } from './stores-under-test.ts';

const ref = channelOf('C1');

async function openWithChannel(open: OpenStore): Promise<Store> {
  const store = await open();
  await setUp(store);
  return store;
}

async function storiesOf(store: Store, all: boolean) {
  const untold = await store.digests.untold(ref, { all });
  return untold.stories.map((story) => ({
    storyId: story.storyId,
    ids: story.articles.map((kept) => kept.article.id),
    toldUpTo: story.toldUpTo,
  }));
}

export const digestStoreContract: Contract = {
  'untold are the stories with an article after the cursor, whole and in order': async (open) => {
    const store = await open();
    await store.articles.keep(storyDecisionOf('a1', 's1'));
    await store.articles.keep(storyDecisionOf('b1', 's2'));
    await setUp(store);
    await store.articles.keep(storyDecisionOf('c1', 's3'));
    await store.articles.keep(storyDecisionOf('a2', 's1'));

    expect(await storiesOf(store, false)).toEqual([
      { storyId: 's1', ids: ['a1', 'a2'], toldUpTo: 2 },
      { storyId: 's3', ids: ['c1'], toldUpTo: 2 },
    ]);
    expect((await store.digests.untold(ref, { all: false })).upTo).toBe(4);
  },

  'what an alert told of a story is not untold, and what came after it is': async (open) => {
    const store = await openWithChannel(open);
    await store.articles.keep(storyDecisionOf('a1', 's1'));
    await store.articles.keep(storyDecisionOf('b1', 's2'));
    const alert = { messages: [messageOf('item')], postings: [postingOf(ref, 's1', { toldUpTo: 1 })] };
    await store.alerts.commit({
      channel: ref,
      decidedAtMs: 8_000,
      told: [],
      notTold: [],
      notices: [],
      storiesToldUpTo: {},
      ...alert,
    });

    expect(await storiesOf(store, false)).toEqual([{ storyId: 's2', ids: ['b1'], toldUpTo: 0 }]);
    await store.articles.keep(storyDecisionOf('a2', 's1'));
    expect(await storiesOf(store, false)).toEqual([
      { storyId: 's1', ids: ['a1', 'a2'], toldUpTo: 1 },
      { storyId: 's2', ids: ['b1'], toldUpTo: 0 },
    ]);
  },

  'all stories are there for a preview, as if nothing had been told': async (open) => {
    const store = await open();
    await store.articles.keep(storyDecisionOf('a1', 's1'));
    await setUp(store);
    const told = { messages: [messageOf('item')], postings: [postingOf(ref, 's1', { toldUpTo: 1 })] };
    await store.digests.commit(digestOf(ref, { toldUpToBefore: 1, toldUpTo: 1, ...told }));

    expect(await storiesOf(store, false)).toEqual([]);
    expect(await storiesOf(store, true)).toEqual([{ storyId: 's1', ids: ['a1'], toldUpTo: 0 }]);
  },

  'seeds and notes are never told, and move the end of what was considered': async (open) => {
    const store = await openWithChannel(open);
    await store.articles.keep(decisionOf('seed'));
    await store.articles.keep(decisionOf('note in a story', { storyId: 's9' }));

    expect(await store.digests.untold(ref, { all: false })).toEqual({ upTo: 2, stories: [] });
  },

  'a commit moves the cursor and owes the messages in their order': async (open) => {
    const store = await openWithChannel(open);
    await store.articles.keep(storyDecisionOf('a', 's1'));
    const messages = [messageOf('head'), messageOf('item', 'head')];

    expect(await store.digests.commit(digestOf(ref, { toldUpTo: 1, messages }))).toBe('committed');
    expect(await store.channels.list()).toMatchObject([
      { toldUpTo: 1, lastSlotMs: 8_000, lastPostedAtMs: 9_000, silenceToldAtMs: null },
    ]);
    const owed = { channel: ref, state: 'owed', attempts: 0, messageId: null, permalink: null };
    expect(await store.deliveries.list({ limit: 10 })).toEqual([
      { ...messageOf('item', 'head'), ...owed, lastProblem: null, sequence: 2 },
      { ...messageOf('head'), ...owed, lastProblem: null, sequence: 1 },
    ]);
    expect(await store.digests.untold(ref, { all: false })).toEqual({ upTo: 1, stories: [] });
  },

  'the second of two decisions on one state is stale and owes nothing': async (open) => {
    const store = await openWithChannel(open);
    await store.articles.keep(storyDecisionOf('a', 's1'));
    await store.digests.commit(digestOf(ref, { toldUpTo: 1, messages: [messageOf('one')] }));

    const second = await store.digests.commit(digestOf(ref, { toldUpTo: 1, messages: [messageOf('two')] }));

    expect(second).toBe('stale');
    expect(await store.deliveries.list({ limit: 10 })).toHaveLength(1);
  },

  'a commit without messages only moves the cursor and the slot': async (open) => {
    const store = await openWithChannel(open);
    await store.articles.keep(decisionOf('seed'));

    expect(await store.digests.commit(digestOf(ref, { toldUpTo: 1 }))).toBe('committed');
    expect(await store.channels.list()).toMatchObject([
      { toldUpTo: 1, lastSlotMs: 8_000, lastPostedAtMs: null, silenceToldAtMs: null },
    ]);
    expect(await store.deliveries.list({ limit: 10 })).toEqual([]);
  },

  'silence is told once for a slot, and a posted digest ends it': async (open) => {
    const store = await openWithChannel(open);
    const silence = { tellsSilence: true, messages: [messageOf('silence')] };

    expect(await store.digests.commit(digestOf(ref, silence))).toBe('committed');
    expect(await store.digests.commit(digestOf(ref, silence))).toBe('stale');
    expect(await store.channels.list()).toMatchObject([{ silenceToldAtMs: 9_000, lastPostedAtMs: null }]);
    const next = { slotMs: 8_500, decidedAtMs: 9_500, messages: [messageOf('digest')] };
    await store.digests.commit(digestOf(ref, next));
    expect(await store.channels.list()).toMatchObject([{ silenceToldAtMs: null, lastPostedAtMs: 9_500 }]);
  },

  'a slot before the last one does not move the channel back': async (open) => {
    const store = await openWithChannel(open);
    await store.articles.keep(decisionOf('seed'));
    await store.digests.commit(digestOf(ref, { toldUpTo: 1, slotMs: 6_000 }));

    expect(await store.channels.list()).toMatchObject([{ toldUpTo: 1, lastSlotMs: 7_000 }]);
  },

  'a key that is owed already fails the whole commit': async (open) => {
    const store = await openWithChannel(open);
    await store.articles.keep(storyDecisionOf('a', 's1'));
    await store.digests.commit(digestOf(ref, { toldUpTo: 1, messages: [messageOf('k')] }));
    await store.articles.keep(storyDecisionOf('b', 's2'));
    const doubled = { toldUpToBefore: 1, toldUpTo: 2, messages: [messageOf('fresh'), messageOf('k')] };

    await expect(store.digests.commit(digestOf(ref, doubled))).rejects.toThrow();
    expect(await store.channels.list()).toMatchObject([{ toldUpTo: 1 }]);
    expect(await store.deliveries.list({ limit: 10 })).toHaveLength(1);
    expect(await store.digests.archive(ref, 10)).toHaveLength(1);
  },

  'the archive has the digests of one channel, newest first, and no notices of silence': async (open) => {
    const store = await openWithChannel(open);
    await setUp(store, 'C2');
    const first = [messageOf('first'), messageOf('item', 'first')];
    await store.digests.commit(digestOf(ref, { messages: first }));
    await store.digests.commit(digestOf(channelOf('C2'), { messages: [messageOf('elsewhere')] }));
    const silence = { slotMs: 8_100, tellsSilence: true, messages: [messageOf('silence')] };
    await store.digests.commit(digestOf(ref, silence));
    const second = { slotMs: 8_200, decidedAtMs: 9_200, messages: [messageOf('second')] };
    await store.digests.commit(digestOf(ref, second));
    await recordPosted(store, 'first');

    expect(await store.digests.archive(ref, 10)).toEqual([
      { key: 'second', ...second, permalink: null },
      {
        key: 'first',
        slotMs: 8_000,
        decidedAtMs: 9_000,
        messages: first,
        permalink: (await deliveryOf(store, 'first'))?.permalink,
      },
    ]);
    expect((await deliveryOf(store, 'first'))?.permalink).toBe('https://chat.example/first');
    expect((await store.digests.archive(ref, 1)).map(({ key }) => key)).toEqual(['second']);
  },

  'a digest does not go ahead of the watches, where there are any': async (open) => {
    const store = await openWithChannel(open);
    const read = () => store.digests.untold(ref, { all: false, matchedOnly: true });
    await store.articles.keep(storyDecisionOf('a', 's1'));
    expect(await read()).toMatchObject({ upTo: 1, stories: [{ storyId: 's1' }] });

    await store.watches.save(watchOf('w1'), auditOf('watch add'));
    await store.matches.commit({ cursor: 0, upTo: 1, hits: [] });
    await store.articles.keep(storyDecisionOf('b', 's1'));
    await store.articles.keep(storyDecisionOf('c', 's2'));

    const { upTo, stories } = await read();
    expect(upTo).toBe(1);
    expect(stories.map(({ storyId, articles }) => [storyId, articles.length])).toEqual([['s1', 1]]);
  },

  'a channel that was not set up is an error': async (open) => {
    const { digests } = await open();

    await expect(digests.untold(ref, { all: true })).rejects.toThrow('not set up');
    await expect(digests.commit(digestOf(ref))).rejects.toThrow('not set up');
  },
};
