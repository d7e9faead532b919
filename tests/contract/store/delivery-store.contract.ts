import { expect } from 'vitest';
import type { DeliveryFilter } from '../../../src/ports/delivery-store.ts';
import { claimedKey, deliveryOf, owe, recordDead, recordPosted, statesOf } from './owing.ts';
import { channelOf, messageOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const request = { nowMs: 10_000, leaseMs: 100 };
const timedOut = {
  kind: 'postponed',
  problem: 'It timed out.',
  countsAttempt: true,
  mayBePosted: false,
} as const;
const refused = { kind: 'dead', problem: 'It was refused.', targetIsGone: false } as const;

export const deliveryStoreContract: Contract = {
  'nothing is claimed where nothing is owed': async (open) => {
    const store = await open();

    expect(await store.deliveries.claimNext(request)).toBeNull();
    expect(await store.deliveries.nextDueAtMs(10_000)).toBeNull();
  },

  'a claimed message comes back whole, being sent for the first time': async (open) => {
    const store = await open();
    const message = messageOf('one', null, { mentions: [{ kind: 'role', id: 'R1' }] });
    await owe(store, 'C1', [message]);

    expect(await store.deliveries.claimNext(request)).toEqual({
      delivery: {
        ...message,
        channel: channelOf('C1'),
        sequence: 1,
        state: 'sending',
        attempts: 1,
        messageId: null,
        permalink: null,
        lastProblem: null,
      },
      mayBePosted: false,
      firstTriedAtMs: 10_000,
      threadMessageId: null,
      revisedMessageId: null,
      language: 'en',
    });
  },

  "a channel's messages go one after the other, and channels beside each other": async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('c1-1'), messageOf('c1-2')]);
    await owe(store, 'C2', [messageOf('c2-1')]);

    expect(await claimedKey(store)).toBe('c1-1');
    expect(await claimedKey(store)).toBe('c2-1');
    expect(await claimedKey(store)).toBeNull();
    await recordPosted(store, 'c1-1');
    expect(await claimedKey(store, 10_010)).toBe('c1-2');
  },

  'a message of a thread and a revision are given the messages that they belong to': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head'), messageOf('item', 'head', { revises: 'head' })]);
    await claimedKey(store);
    await recordPosted(store, 'head');

    expect(await store.deliveries.claimNext({ ...request, nowMs: 10_010 })).toMatchObject({
      delivery: { key: 'item', threadOf: 'head', revises: 'head' },
      threadMessageId: 'message head',
      revisedMessageId: 'message head',
    });
  },

  'a message whose lease ran out is claimed again as one that may be posted': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);
    await claimedKey(store);

    expect(await store.deliveries.nextDueAtMs(10_000)).toBe(10_100);
    expect(await claimedKey(store, 10_099)).toBeNull();
    expect(await store.deliveries.claimNext({ ...request, nowMs: 10_100 })).toMatchObject({
      delivery: { key: 'one', attempts: 2 },
      mayBePosted: true,
    });
  },

  'a postponed message waits, holds its channel up, and was not posted': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('two')]);
    await claimedKey(store);
    await store.deliveries.record('one', 1, { ...timedOut, retryAtMs: 20_000 });

    expect(await store.deliveries.nextDueAtMs(10_000)).toBe(20_000);
    expect(await claimedKey(store, 19_999)).toBeNull();
    expect(await store.deliveries.claimNext({ ...request, nowMs: 20_000 })).toMatchObject({
      delivery: { key: 'one', attempts: 2, lastProblem: 'It timed out.' },
      mayBePosted: false,
    });
  },

  'an attempt that asked nobody is given back': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);
    await claimedKey(store);
    await store.deliveries.record('one', 1, { ...timedOut, retryAtMs: 20_000, countsAttempt: false });

    expect(await deliveryOf(store, 'one')).toMatchObject({ state: 'owed', attempts: 0 });
  },

  'what an earlier attempt reports is left out': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);
    await claimedKey(store);
    await claimedKey(store, 10_100);
    await store.deliveries.record('one', 1, { ...timedOut, retryAtMs: 10_150 });
    await store.deliveries.record('one', 1, { ...refused, atMs: 10_160 });

    expect(await deliveryOf(store, 'one')).toMatchObject({ state: 'sending', attempts: 2 });
    expect(await claimedKey(store, 10_199)).toBeNull();
  },

  'that a message is posted counts whoever says it, even after it was given up': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('two')]);
    await claimedKey(store);
    await claimedKey(store, 10_100);
    await recordPosted(store, 'one');
    await claimedKey(store, 10_200);
    await store.deliveries.record('two', 1, { ...refused, atMs: 10_210 });
    await recordPosted(store, 'two');

    expect(await statesOf(store)).toEqual({ one: 'posted', two: 'posted' });
    expect(await deliveryOf(store, 'two')).toMatchObject({
      messageId: 'message two',
      permalink: 'https://chat.example/two',
      lastProblem: null,
    });
  },

  'what is posted stays posted, whatever a slow sender reports later': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);
    await claimedKey(store);
    await recordPosted(store, 'one');
    await store.deliveries.record('one', 1, { ...timedOut, retryAtMs: 10_020 });
    await store.deliveries.record('one', 1, { ...refused, atMs: 10_030 });
    const again = { messageId: 'other', permalink: null, atMs: 10_040, nextAtMs: 10_040 };
    await store.deliveries.record('one', 1, { kind: 'posted', ...again });

    expect(await claimedKey(store, 50_000)).toBeNull();
    expect(await deliveryOf(store, 'one')).toMatchObject({ state: 'posted', messageId: 'message one' });
  },

  "a channel's next message waits as long as the platform wants, and no other channel's does": async (
    open,
  ) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('two')]);
    await owe(store, 'C2', [messageOf('other')]);
    await claimedKey(store);
    await recordPosted(store, 'one', 11_000);

    expect(await claimedKey(store, 10_999)).toBe('other');
    expect(await claimedKey(store, 10_999)).toBeNull();
    await recordPosted(store, 'other');
    expect(await store.deliveries.nextDueAtMs(10_000)).toBe(11_000);
    expect(await claimedKey(store, 11_000)).toBe('two');
  },

  'a clock that was set back does not make a channel wait for the old time': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('two')]);
    await claimedKey(store);
    await recordPosted(store, 'one', 3_700_000);

    expect(await claimedKey(store, 100_000)).toBe('two');
  },

  'a dead message lets the later ones of its channel go on': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('two')]);
    await recordDead(store, 'one');

    expect(await claimedKey(store)).toBe('two');
    expect(await deliveryOf(store, 'one')).toMatchObject({
      state: 'dead',
      lastProblem: 'The channel is gone.',
    });
  },

  'the message due longest is sent first, and the newest are listed first': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);
    await owe(store, 'C2', [messageOf('two')]);
    await claimedKey(store);
    await store.deliveries.record('one', 1, { ...timedOut, retryAtMs: 9_500 });

    expect(await claimedKey(store)).toBe('two');
    expect(await claimedKey(store)).toBe('one');
    expect((await store.deliveries.list({ limit: 1 })).map((delivery) => delivery.key)).toEqual(['two']);
  },

  'those in one state are listed alone, the newest of them first': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('two'), messageOf('three')]);
    await owe(store, 'C1', [messageOf('held', null, { hold: { kind: 'approval' } })]);
    await claimedKey(store);
    const keys = async (filter: Partial<DeliveryFilter>) =>
      (await store.deliveries.list({ limit: 2, ...filter })).map(({ key }) => key);

    expect(await keys({ state: 'owed' })).toEqual(['three', 'two']);
    expect(await keys({ state: 'sending' })).toEqual(['one']);
    expect(await keys({ state: 'held', workspace: channelOf('C1') })).toEqual(['held']);
    expect(await keys({ state: 'held', workspace: { platform: 'slack', workspaceId: 'T2' } })).toEqual([]);
    expect(await keys({ state: 'dead' })).toEqual([]);
  },

  "later messages go on after the channel's last": async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('two')]);
    await owe(store, 'C1', [messageOf('three')]);

    expect((await store.deliveries.list({ limit: 1 }))[0]).toMatchObject({ key: 'three', sequence: 3 });
  },

  'a report on a message that is not owed is an error': async (open) => {
    const store = await open();

    await expect(recordPosted(store, 'nothing')).rejects.toThrow('key nothing');
  },
};
