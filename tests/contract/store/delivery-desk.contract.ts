import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import type { OwedMessage } from '../../../src/domain/delivery.ts';
import { auditOf, channelOf, channelSettingsOf, digestOf, messageOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const ref = channelOf('C1');
const approval = { hold: { kind: 'approval' } } as const;
const quiet = (untilMs: number) => ({ hold: { kind: 'quiet', untilMs } }) as const;
const claim = { nowMs: 10_000, leaseMs: 100 };

async function owe(store: Store, messages: readonly OwedMessage[], slotMs = 8_000): Promise<void> {
  await store.channels.configure({ ref, settings: channelSettingsOf() }, 7_000);
  expect(await store.digests.commit(digestOf(ref, { messages, slotMs }))).toBe('committed');
}

async function statesOf(store: Store): Promise<readonly string[]> {
  const newestFirst = await store.deliveries.list({ limit: 20 });
  return newestFirst.toReversed().map(({ key, state, sequence }) => `${key} ${state} ${sequence}`);
}

/** Claims and gives up the next message. */
async function giveUpNext(store: Store): Promise<void> {
  const claimed = await store.deliveries.claimNext(claim);
  const { key, attempts } = claimed?.delivery ?? { key: '', attempts: 0 };
  await store.deliveries.record(key, attempts, { kind: 'dead', problem: 'Gone.', atMs: 10_001 });
}

export const deliveryDeskContract: Contract = {
  'a held message has no place in the order, and holds nobody up': async (open) => {
    const store = await open();
    await owe(store, [messageOf('night', null, quiet(20_000)), messageOf('critical')]);

    expect(await statesOf(store)).toEqual(['night held 0', 'critical owed 1']);
    expect((await store.deliveries.claimNext(claim))?.delivery.key).toBe('critical');
  },

  'what the quiet hours held is released at their end, in the order of the decisions': async (open) => {
    const store = await open();
    await owe(store, [messageOf('one', null, quiet(20_000)), messageOf('two', null, quiet(20_000))]);
    expect(await store.deliveries.nextDueAtMs()).toBe(20_000);

    await store.deliveries.release(19_999);
    expect(await store.deliveries.claimNext({ ...claim, nowMs: 20_000 })).toBeNull();
    await store.deliveries.release(20_000);

    expect(await statesOf(store)).toEqual(['one owed 1', 'two owed 2']);
    expect((await store.deliveries.claimNext({ ...claim, nowMs: 20_000 }))?.delivery).toMatchObject({
      key: 'one',
      hold: null,
    });
  },

  'a message for one that is held waits with it': async (open) => {
    const store = await open();
    await owe(store, [messageOf('head', null, approval)]);
    await owe(store, [messageOf('reply', 'head'), messageOf('edit', null, { revises: 'head' })], 8_001);
    expect(await statesOf(store)).toEqual(['head held 0', 'reply held 0', 'edit held 0']);
    expect(await store.deliveries.nextDueAtMs()).toBeNull();

    expect(await store.desk.approve('reply', auditOf('approve'))).toMatchObject({ kind: 'refused' });
    expect(await store.desk.approve('head', auditOf('approve'))).toEqual({ kind: 'done' });

    expect(await statesOf(store)).toEqual(['head owed 1', 'reply owed 2', 'edit owed 3']);
  },

  'a message for one that was given up is given up too, and says why': async (open) => {
    const store = await open();
    await owe(store, [messageOf('head')]);
    await giveUpNext(store);
    await owe(store, [messageOf('reply', 'head')], 8_001);

    expect((await store.deliveries.list({ limit: 1 }))[0]).toMatchObject({
      state: 'dead',
      lastProblem: 'Given up with the message that it belongs to: Gone.',
    });
  },

  'a retry brings back what was given up together, at the end of the order, to be looked for first': async (
    open,
  ) => {
    const store = await open();
    await owe(store, [messageOf('head'), messageOf('item', 'head'), messageOf('next')]);
    await giveUpNext(store);

    const refused = await store.desk.retry('item', auditOf('retry'));
    expect(refused).toEqual({
      kind: 'refused',
      problem: 'It was given up with the message that it belongs to: retry head.',
    });
    expect(await store.desk.retry('head', auditOf('retry'))).toEqual({ kind: 'done' });

    expect(await statesOf(store)).toEqual(['head owed 4', 'item owed 5', 'next owed 3']);
    await store.deliveries.claimNext(claim);
    await store.deliveries.record('next', 1, { kind: 'dead', problem: 'Gone.', atMs: 10_002 });
    expect(await store.deliveries.claimNext(claim)).toMatchObject({
      delivery: { key: 'head', attempts: 1 },
      mayBePosted: true,
    });
  },

  'a discarded message is given up with its thread, and names who did it': async (open) => {
    const store = await open();
    await owe(store, [messageOf('head', null, approval), messageOf('item', 'head', approval)]);

    expect(await store.desk.discard('head', auditOf('discard'))).toEqual({ kind: 'done' });

    expect(await store.deliveries.list({ limit: 9 })).toMatchObject([
      { key: 'item', state: 'dead' },
      { key: 'head', state: 'dead', lastProblem: 'Discarded by U1.' },
    ]);
  },

  'what is not in the right state is refused, and leaves no entry in the log': async (open) => {
    const store = await open();
    await owe(store, [messageOf('one')]);

    for (const act of ['retry', 'approve', 'discard'] as const) {
      expect(await store.desk[act]('one', auditOf(act))).toMatchObject({ kind: 'refused' });
      expect(await store.desk[act]('nothing', auditOf(act))).toMatchObject({ kind: 'refused' });
    }
    expect(await store.audit.list({ platform: 'slack', workspaceId: 'T1', limit: 9 })).toEqual([]);
  },

  "a platform's pace keeps the next message of that channel back, and of no other": async (open) => {
    const store = await open();
    await owe(store, [messageOf('one'), messageOf('two')]);
    const claimed = await store.deliveries.claimNext(claim);
    const posted = {
      kind: 'posted',
      messageId: '1',
      permalink: null,
      atMs: 10_000,
      nextAtMs: 11_000,
    } as const;
    await store.deliveries.record('one', claimed?.delivery.attempts ?? 0, posted);

    expect(await store.deliveries.claimNext({ ...claim, nowMs: 10_999 })).toBeNull();
    expect(await store.deliveries.nextDueAtMs()).toBe(11_000);
    expect((await store.deliveries.claimNext({ ...claim, nowMs: 11_000 }))?.delivery.key).toBe('two');
  },

  'a pace that a clock set back has put far ahead is not waited for': async (open) => {
    const store = await open();
    await owe(store, [messageOf('one'), messageOf('two')]);
    await store.deliveries.claimNext(claim);
    const posted = {
      kind: 'posted',
      messageId: '1',
      permalink: null,
      atMs: 3_700_000,
      nextAtMs: 3_701_000,
    } as const;
    await store.deliveries.record('one', 1, posted);

    expect((await store.deliveries.claimNext(claim))?.delivery.key).toBe('two');
  },

  'what a sender reports of an earlier attempt counts only when it posted': async (open) => {
    const store = await open();
    await owe(store, [messageOf('one')]);
    await store.deliveries.claimNext(claim);
    await store.deliveries.claimNext({ ...claim, nowMs: 10_100 });
    const late = { problem: 'Late.', atMs: 10_101 };

    await store.deliveries.record('one', 1, { kind: 'dead', ...late });
    expect((await store.deliveries.list({ limit: 1 }))[0]).toMatchObject({ state: 'sending', attempts: 2 });

    const posted = { kind: 'posted', messageId: '1', permalink: null, atMs: 10_102, nextAtMs: 0 } as const;
    await store.deliveries.record('one', 1, posted);
    expect((await store.deliveries.list({ limit: 1 }))[0]).toMatchObject({ state: 'posted', messageId: '1' });
  },

  'an attempt that asked nobody does not count': async (open) => {
    const store = await open();
    await owe(store, [messageOf('one')]);
    await store.deliveries.claimNext(claim);
    const off = {
      kind: 'postponed',
      retryAtMs: 10_001,
      problem: 'It is off.',
      countsAttempt: false,
    } as const;
    await store.deliveries.record('one', 1, off);

    expect((await store.deliveries.claimNext({ ...claim, nowMs: 10_001 }))?.delivery.attempts).toBe(1);
  },
};
