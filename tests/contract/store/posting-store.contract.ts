import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import type { Follow } from '../../../src/domain/posting.ts';
import type { UpdateDecision } from '../../../src/ports/posting-store.ts';
import {
  auditOf,
  channelOf,
  channelSettingsOf,
  digestOf,
  messageOf,
  postingOf,
  storyDecisionOf,
} from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const ref = channelOf('C1');
const update: UpdateDecision = {
  channel: ref,
  storyId: 's1',
  toldUpToBefore: 1,
  toldUpTo: 2,
  decidedAtMs: 9_500,
  messages: [messageOf('u', 'head'), messageOf('u.r', null, { revises: 'item' })],
};
const follow: Follow = {
  kind: 'follow',
  channel: ref,
  subject: { kind: 'story', id: 's1' },
  personId: 'U1',
  atMs: 8_000,
};

/** A story of one article, told by a digest at 9,000 ms; a second article of it is kept then. */
async function withMovedStory(store: Store): Promise<void> {
  await store.channels.configure({ ref, settings: channelSettingsOf() }, 7_000);
  await store.articles.keep(storyDecisionOf('a', 's1'));
  const messages = [messageOf('head'), messageOf('item', 'head')];
  const postings = [postingOf(ref, 's1', { toldUpTo: 1 })];
  await store.digests.commit(digestOf(ref, { toldUpTo: 1, messages, postings }));
  await store.articles.keep(storyDecisionOf('b', 's1'));
}

export const postingStoreContract: Contract = {
  'a posted story has moved when an article came since it was told, for as long as is asked': async (
    open,
  ) => {
    const store = await open();
    await withMovedStory(store);
    await store.articles.keep(storyDecisionOf('c', 's2'));

    const moved = await store.postings.moved({ postedSinceMs: 9_000 });

    expect(moved).toMatchObject([
      { posting: postingOf(ref, 's1', { toldUpTo: 1 }), story: { storyId: 's1', toldUpTo: 1 } },
    ]);
    expect(moved[0]?.story.articles.map(({ article }) => article.id)).toEqual(['a', 'b']);
    expect(await store.postings.moved({ postedSinceMs: 9_001 })).toEqual([]);
  },

  'an update is committed whole and once, and then the story has not moved and is not untold': async (
    open,
  ) => {
    const store = await open();
    await withMovedStory(store);

    expect(await store.postings.commit(update)).toBe('committed');
    expect(await store.postings.commit({ ...update, messages: [messageOf('again')] })).toBe('stale');

    expect((await store.deliveries.list({ limit: 9 })).map(({ key }) => key)).toEqual([
      'u.r',
      'u',
      'item',
      'head',
    ]);
    expect(await store.postings.moved({ postedSinceMs: 0 })).toEqual([]);
    expect(await store.digests.untold(ref, { all: false })).toEqual({ upTo: 2, stories: [] });
  },

  'an update of a story that does not stand in the channel is stale': async (open) => {
    const store = await open();
    await withMovedStory(store);

    expect(await store.postings.commit({ ...update, storyId: 's9' })).toBe('stale');
  },

  'a story that is posted anew has its latest place, and what was told stays told': async (open) => {
    const store = await open();
    await withMovedStory(store);
    await store.postings.commit(update);
    const again = postingOf(ref, 's1', { itemKey: 'n', threadKey: 'n', toldUpTo: 1, postedAtMs: 9_900 });
    await store.articles.keep(storyDecisionOf('c', 's1'));
    await store.digests.commit(
      digestOf(ref, {
        toldUpToBefore: 1,
        toldUpTo: 1,
        slotMs: 9_900,
        messages: [messageOf('n')],
        postings: [again],
      }),
    );

    expect(await store.postings.moved({ postedSinceMs: 9_900 })).toMatchObject([
      { posting: { itemKey: 'n', toldUpTo: 2 }, story: { toldUpTo: 2 } },
    ]);
  },

  'a digest stays in the archive with its messages; silence does not': async (open) => {
    const store = await open();
    await withMovedStory(store);
    const silence = { toldUpToBefore: 1, toldUpTo: 1, slotMs: 9_800, tellsSilence: true };
    await store.digests.commit(digestOf(ref, { ...silence, messages: [messageOf('silence')] }));
    await store.deliveries.claimNext({ nowMs: 9_900, leaseMs: 100 });
    const permalink = 'https://chat.example/1';
    await store.deliveries.record('head', 1, {
      kind: 'posted',
      messageId: '1',
      permalink,
      atMs: 9_901,
      nextAtMs: 0,
    });

    expect(await store.digests.archive(ref, 5)).toEqual([
      {
        key: 'head',
        slotMs: 8_000,
        decidedAtMs: 9_000,
        messages: [messageOf('head'), messageOf('item', 'head')],
        permalink,
      },
    ]);
  },

  "a follow is a person's and a mute is the channel's": async (open) => {
    const store = await open();
    const mute: Follow = { ...follow, kind: 'mute', atMs: 8_001 };
    await store.follows.add(follow, auditOf('follow'));
    await store.follows.add(follow, auditOf('follow again'));
    await store.follows.add(mute, auditOf('mute'));
    expect(await store.follows.list()).toEqual([follow, mute]);

    await store.follows.remove({ ...follow, personId: 'U2' }, auditOf('follow undone by another'));
    await store.follows.remove({ ...mute, personId: 'U2' }, auditOf('mute undone'));

    expect(await store.follows.list()).toEqual([follow]);
    const log = await store.audit.list({ platform: 'slack', workspaceId: 'T1', limit: 9 });
    expect(log.map(({ command }) => command)).toEqual(['mute undone', 'mute', 'follow']);
  },
};
