import { expect } from 'vitest';
import type { ChannelRef, OwedMessage } from '../../../src/domain/delivery.ts';
import { personChannel } from '../../../src/domain/workspace.ts';
import { claimedKey, owe, recordPosted, sentInOrder, setUp, statesOf } from './owing.ts';
import {
  alertOf,
  auditOf,
  channelOf,
  channelSettingsOf,
  messageOf,
  postingOf,
  storyDecisionOf,
} from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const person = personChannel({ platform: 'slack', workspaceId: 'T1' }, 'U1');
const ref = channelOf('C1');

function noticeTo(channel: ChannelRef, key: string, over: Partial<OwedMessage> = {}) {
  return { channel, message: messageOf(key, null, over) };
}

export const noticesContract: Contract = {
  'a notice is owed to a person, whose messages are no listed channel': async (open) => {
    const { channels, deliveries } = await open();
    await deliveries.notify([noticeTo(person, 'notice')], 9_000);

    expect(await deliveries.claimNext({ nowMs: 9_000, leaseMs: 100 })).toMatchObject({
      delivery: { key: 'notice', channel: person, sequence: 1 },
      language: 'en',
    });
    expect(await channels.list()).toEqual([]);
  },

  'a notice whose key is known is not owed again, and the others are': async (open) => {
    const store = await open();
    await store.deliveries.notify([noticeTo(person, 'one'), noticeTo(person, 'one')], 9_000);
    await store.deliveries.notify([noticeTo(ref, 'one'), noticeTo(person, 'two')], 9_100);

    expect(await statesOf(store)).toEqual({ one: 'owed', two: 'owed' });
    expect(await sentInOrder(store)).toEqual(['one', 'two']);
  },

  "a person's messages keep their order, their pace and their retries": async (open) => {
    const store = await open();
    await store.deliveries.notify([noticeTo(person, 'one'), noticeTo(person, 'two')], 9_000);
    expect(await claimedKey(store, 10_000)).toBe('one');
    expect(await claimedKey(store, 10_000)).toBeNull();
    await recordPosted(store, 'one', 12_000);

    expect(await claimedKey(store, 11_999)).toBeNull();
    expect(await store.deliveries.nextDueAtMs(11_999)).toBe(12_000);
    expect(await claimedKey(store, 12_000)).toBe('two');
    expect(await claimedKey(store, 12_100)).toBe('two');
  },

  'a notice to a channel that is set up leaves it as it is': async (open) => {
    const store = await open();
    await setUp(store);
    const before = await store.channels.list();
    await store.deliveries.notify([noticeTo(ref, 'notice')], 9_000);

    expect(await store.channels.list()).toEqual(before);
    expect(await sentInOrder(store)).toEqual(['notice']);
  },

  'a channel that was only owed notices is not set up, and is when somebody sets it up': async (open) => {
    const store = await open();
    await store.deliveries.notify([noticeTo(ref, 'notice')], 9_000);
    await store.articles.keep(storyDecisionOf('a', 's1'));
    await expect(store.alerts.commit(alertOf(ref))).rejects.toThrow('not set up');
    await expect(store.digests.untold(ref, { all: false })).rejects.toThrow('not set up');

    const tokyo = channelSettingsOf({ zone: 'Asia/Tokyo', language: 'de' });
    await store.channels.change(ref, tokyo, auditOf('settings', { atMs: 9_500, before: null }));

    const standing = { setUpAtMs: 9_500, toldUpTo: 1, lastSlotMs: 9_500, lastPostedAtMs: null };
    expect(await store.channels.list()).toMatchObject([{ ref, settings: tokyo, ...standing }]);
    expect(await store.deliveries.claimNext({ nowMs: 9_600, leaseMs: 100 })).toMatchObject({
      delivery: { key: 'notice' },
      language: 'de',
    });
    await owe(store, 'C1', [messageOf('later')]);
    await recordPosted(store, 'notice', 9_600);
    expect(await claimedKey(store)).toBe('later');
  },

  'a channel that was only owed notices begins at what is kept when it is configured': async (open) => {
    const store = await open();
    await store.deliveries.notify([noticeTo(ref, 'notice')], 9_000);
    await store.articles.keep(storyDecisionOf('a', 's1'));
    await store.channels.configure({ ref, settings: channelSettingsOf() }, 9_500);
    await store.alerts.commit(alertOf(ref, { postings: [postingOf(ref, 's1')] }));

    expect(await store.channels.list()).toMatchObject([{ setUpAtMs: 9_500, toldUpTo: 1 }]);
    expect((await store.digests.untold(ref, { all: false })).stories).toEqual([]);
    expect(await sentInOrder(store)).toEqual(['notice']);
  },

  'a message is claimed in the language that its channel has then': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('two')]);
    const german = channelSettingsOf({ language: 'de' });
    await store.channels.change(ref, german, auditOf('settings'));

    expect(await store.deliveries.claimNext({ nowMs: 10_000, leaseMs: 100 })).toMatchObject({
      delivery: { key: 'one' },
      language: 'de',
    });
  },
};
