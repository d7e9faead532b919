import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import { channelOf, channelSettingsOf, decisionOf, digestOf, messageOf, storyDecisionOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const ref = channelOf('C1');
const setup = { ref, settings: channelSettingsOf() };

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
    await store.channels.configure(setup, 7_000);
    await store.articles.keep(storyDecisionOf('c1', 's3'));
    await store.articles.keep(storyDecisionOf('a2', 's1'));

    expect(await storiesOf(store, false)).toEqual([
      { storyId: 's1', ids: ['a1', 'a2'], toldUpTo: 2 },
      { storyId: 's3', ids: ['c1'], toldUpTo: 2 },
    ]);
    expect((await store.digests.untold(ref, { all: false })).upTo).toBe(4);
  },

  'all stories are there for a preview, as if nothing had been told': async (open) => {
    const store = await open();
    await store.articles.keep(storyDecisionOf('a1', 's1'));
    await store.channels.configure(setup, 7_000);

    expect(await storiesOf(store, false)).toEqual([]);
    expect(await storiesOf(store, true)).toEqual([{ storyId: 's1', ids: ['a1'], toldUpTo: 0 }]);
  },

  'seeds and notes are never told, and move the end of what was considered': async (open) => {
    const store = await open();
    await store.channels.configure(setup, 7_000);
    await store.articles.keep(decisionOf('seed'));
    await store.articles.keep(decisionOf('note in a story', { storyId: 's9' }));

    expect(await store.digests.untold(ref, { all: false })).toEqual({ upTo: 2, stories: [] });
  },

  'a commit moves the cursor and owes the messages in their order': async (open) => {
    const { articles, channels, deliveries, digests } = await open();
    await channels.configure(setup, 7_000);
    await articles.keep(storyDecisionOf('a', 's1'));
    const messages = [messageOf('head'), messageOf('item', 'head')];

    expect(await digests.commit(digestOf(ref, { toldUpTo: 1, messages }))).toBe('committed');
    expect(await channels.list()).toMatchObject([
      { toldUpTo: 1, lastSlotMs: 8_000, lastPostedAtMs: 9_000, silenceToldAtMs: null },
    ]);
    const owed = {
      channel: ref,
      state: 'owed',
      attempts: 0,
      messageId: null,
      permalink: null,
      lastProblem: null,
    };
    expect(await deliveries.list({ limit: 10 })).toEqual([
      { ...messageOf('item', 'head'), ...owed, sequence: 2 },
      { ...messageOf('head'), ...owed, sequence: 1 },
    ]);
    expect(await digests.untold(ref, { all: false })).toEqual({ upTo: 1, stories: [] });
  },

  'the second of two decisions on one state is stale and owes nothing': async (open) => {
    const { articles, channels, deliveries, digests } = await open();
    await channels.configure(setup, 7_000);
    await articles.keep(storyDecisionOf('a', 's1'));
    await digests.commit(digestOf(ref, { toldUpTo: 1, messages: [messageOf('one')] }));

    const second = await digests.commit(digestOf(ref, { toldUpTo: 1, messages: [messageOf('two')] }));

    expect(second).toBe('stale');
    expect(await deliveries.list({ limit: 10 })).toHaveLength(1);
  },

  'a commit without messages only moves the cursor and the slot': async (open) => {
    const { articles, channels, deliveries, digests } = await open();
    await channels.configure(setup, 7_000);
    await articles.keep(decisionOf('seed'));

    expect(await digests.commit(digestOf(ref, { toldUpTo: 1 }))).toBe('committed');
    expect(await channels.list()).toMatchObject([
      { toldUpTo: 1, lastSlotMs: 8_000, lastPostedAtMs: null, silenceToldAtMs: null },
    ]);
    expect(await deliveries.list({ limit: 10 })).toEqual([]);
  },

  'silence is told once for a slot, and a post ends it': async (open) => {
    const { articles, channels, digests } = await open();
    await channels.configure(setup, 7_000);
    const silence = { tellsSilence: true, messages: [messageOf('silence')] };

    expect(await digests.commit(digestOf(ref, silence))).toBe('committed');
    expect(await channels.list()).toMatchObject([{ silenceToldAtMs: 9_000, lastPostedAtMs: null }]);
    expect(await digests.commit(digestOf(ref, { ...silence, messages: [messageOf('again')] }))).toBe('stale');

    await articles.keep(storyDecisionOf('a', 's1'));
    await digests.commit(digestOf(ref, { toldUpTo: 1, decidedAtMs: 9_500, messages: [messageOf('post')] }));
    expect(await channels.list()).toMatchObject([{ silenceToldAtMs: null, lastPostedAtMs: 9_500 }]);
  },

  'a decision for an earlier slot does not take the schedule back': async (open) => {
    const { articles, channels, digests } = await open();
    await channels.configure(setup, 7_000);
    await articles.keep(storyDecisionOf('a', 's1'));
    await digests.commit(digestOf(ref, { toldUpTo: 1, slotMs: 6_000, messages: [messageOf('now')] }));

    expect(await channels.list()).toMatchObject([{ toldUpTo: 1, lastSlotMs: 7_000 }]);
  },

  'a key that is owed already fails the whole commit': async (open) => {
    const { articles, channels, deliveries, digests } = await open();
    await channels.configure(setup, 7_000);
    await articles.keep(storyDecisionOf('a', 's1'));
    await digests.commit(digestOf(ref, { toldUpTo: 1, messages: [messageOf('k')] }));
    await articles.keep(storyDecisionOf('b', 's2'));
    const doubled = { toldUpToBefore: 1, toldUpTo: 2, messages: [messageOf('fresh'), messageOf('k')] };

    await expect(digests.commit(digestOf(ref, doubled))).rejects.toThrow();
    expect(await channels.list()).toMatchObject([{ toldUpTo: 1 }]);
    expect(await deliveries.list({ limit: 10 })).toHaveLength(1);
  },

  'a channel that was not set up is an error': async (open) => {
    const { digests } = await open();

    await expect(digests.untold(ref, { all: true })).rejects.toThrow('not set up');
    await expect(digests.commit(digestOf(ref))).rejects.toThrow('not set up');
  },
};
