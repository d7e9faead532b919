import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import type { OwedMessage } from '../../../src/domain/delivery.ts';
import type { DeliveryRecord } from '../../../src/ports/delivery-store.ts';
import { channelOf, channelSettingsOf, digestOf, messageOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const request = { nowMs: 10_000, leaseMs: 100 };

/** Owes the messages to a channel, at 9,000 ms. */
async function owe(store: Store, channelId: string, messages: readonly OwedMessage[]): Promise<void> {
  const ref = channelOf(channelId);
  await store.channels.configure({ ref, settings: channelSettingsOf() }, 7_000);
  const outcome = await store.digests.commit(digestOf(ref, { messages }));
  expect(outcome).toBe('committed');
}

function posted(messageId: string, atMs: number): DeliveryRecord {
  return { kind: 'posted', messageId, permalink: null, atMs, nextAtMs: 0 };
}

function postponed(retryAtMs: number, problem: string): DeliveryRecord {
  return { kind: 'postponed', retryAtMs, problem, countsAttempt: true };
}

function dead(problem: string, atMs: number): DeliveryRecord {
  return { kind: 'dead', problem, atMs };
}

async function claimedKey(store: Store, nowMs: number = request.nowMs): Promise<string | null> {
  return (await store.deliveries.claimNext({ ...request, nowMs }))?.delivery.key ?? null;
}

export const deliveryStoreContract: Contract = {
  'nothing is claimed where nothing is owed': async (open) => {
    const store = await open();

    expect(await store.deliveries.claimNext(request)).toBeNull();
  },

  'a claimed message comes back whole, being sent for the first time': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);

    expect(await store.deliveries.claimNext(request)).toEqual({
      delivery: {
        ...messageOf('one'),
        channel: channelOf('C1'),
        sequence: 1,
        state: 'sending',
        attempts: 1,
        messageId: null,
        permalink: null,
        lastProblem: null,
      },
      mayBePosted: false,
      threadMessageId: null,
      revisedMessageId: null,
    });
  },

  "a channel's messages go one after the other, and channels beside each other": async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('c1-1'), messageOf('c1-2')]);
    await owe(store, 'C2', [messageOf('c2-1')]);

    expect(await claimedKey(store)).toBe('c1-1');
    expect(await claimedKey(store)).toBe('c2-1');
    expect(await claimedKey(store)).toBeNull();
    await store.deliveries.record('c1-1', 1, posted('m1', 10_010));
    expect(await claimedKey(store)).toBe('c1-2');
  },

  "a message of a thread is given its parent's message": async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head'), messageOf('item', 'head')]);
    await claimedKey(store);
    await store.deliveries.record('head', 1, posted('m1', 10_010));

    expect(await store.deliveries.claimNext(request)).toMatchObject({
      delivery: { key: 'item', threadOf: 'head' },
      threadMessageId: 'm1',
    });
  },

  "a dead parent takes its thread's messages with it": async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head'), messageOf('item', 'head'), messageOf('next')]);
    await claimedKey(store);
    await store.deliveries.record('head', 1, dead('The channel is gone.', 10_010));

    expect(await claimedKey(store)).toBe('next');
    expect(await store.deliveries.list({ limit: 10 })).toMatchObject([
      { key: 'next', state: 'sending' },
      {
        key: 'item',
        state: 'dead',
        lastProblem: 'Given up with the message that it belongs to: The channel is gone.',
      },
      { key: 'head', state: 'dead', lastProblem: 'The channel is gone.' },
    ]);
  },

  'a message whose lease ran out is claimed again as one that may be posted': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);
    await claimedKey(store);

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
    await store.deliveries.record('one', 1, postponed(20_000, 'Slack asked to wait.'));

    expect(await claimedKey(store, 19_999)).toBeNull();
    expect(await store.deliveries.claimNext({ ...request, nowMs: 20_000 })).toMatchObject({
      delivery: { key: 'one', attempts: 2, lastProblem: 'Slack asked to wait.' },
      mayBePosted: false,
    });
  },

  'doubt about a message outlasts a postponement': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);
    await claimedKey(store);
    await claimedKey(store, 10_100);
    await store.deliveries.record('one', 2, postponed(20_000, 'Slack could not be asked.'));

    expect(await store.deliveries.claimNext({ ...request, nowMs: 20_000 })).toMatchObject({
      mayBePosted: true,
    });
  },

  'what is posted stays posted, whatever a slow sender reports later': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);
    await claimedKey(store);
    await store.deliveries.record('one', 1, posted('m1', 10_010));
    await store.deliveries.record('one', 1, postponed(10_020, 'It timed out.'));
    await store.deliveries.record('one', 1, dead('It was refused.', 10_030));
    await store.deliveries.record('one', 1, posted('m2', 10_040));

    expect(await claimedKey(store, 50_000)).toBeNull();
    expect(await store.deliveries.list({ limit: 10 })).toMatchObject([
      { state: 'posted', messageId: 'm1', lastProblem: null },
    ]);
  },

  'the message due longest is sent first, and the newest are listed first': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);
    await owe(store, 'C2', [messageOf('two')]);
    await claimedKey(store);
    await store.deliveries.record('one', 1, postponed(9_500, 'It timed out.'));

    expect(await claimedKey(store)).toBe('two');
    expect(await claimedKey(store)).toBe('one');
    expect((await store.deliveries.list({ limit: 1 })).map((delivery) => delivery.key)).toEqual(['two']);
  },

  "a later digest goes on after the channel's last message": async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('two')]);
    await store.digests.commit(digestOf(channelOf('C1'), { slotMs: 8_500, messages: [messageOf('three')] }));

    expect((await store.deliveries.list({ limit: 1 }))[0]).toMatchObject({ key: 'three', sequence: 3 });
  },

  'a report on a message that is not owed is an error': async (open) => {
    const store = await open();

    await expect(store.deliveries.record('nothing', 1, posted('m1', 1))).rejects.toThrow('key nothing');
  },
};
