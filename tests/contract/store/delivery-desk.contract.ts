import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import type { Hold } from '../../../src/domain/delivery.ts';
import { claimedKey, deliveryOf, owe, recordDead, recordPosted, sentInOrder, statesOf } from './owing.ts';
import { auditOf, messageOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const approval: Hold = { kind: 'approval' };
const audit = auditOf('deliveries retry', { atMs: 10_500, subject: 'head' });

async function auditedCommands(store: Store): Promise<readonly string[]> {
  const entries = await store.audit.list({ platform: 'slack', workspaceId: 'T1', limit: 10 });
  return entries.map(({ command }) => command);
}

export const deliveryDeskContract: Contract = {
  'a dead message is owed anew behind all others, with what was given up with it': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head'), messageOf('item', 'head'), messageOf('other')]);
    await recordDead(store, 'head');

    expect(await store.desk.retry('head', audit)).toEqual({ kind: 'done' });

    expect(await deliveryOf(store, 'head')).toMatchObject({ state: 'owed', attempts: 0 });
    expect(await auditedCommands(store)).toEqual(['deliveries retry']);
    expect(await sentInOrder(store, 10_500)).toEqual(['other', 'head', 'item']);
  },

  'a message that is owed anew is looked for before it is sent, unless it was never tried': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head'), messageOf('item', 'head')]);
    await recordDead(store, 'head');
    await store.desk.retry('head', audit);

    expect(await store.deliveries.claimNext({ nowMs: 10_500, leaseMs: 100 })).toMatchObject({
      delivery: { key: 'head', attempts: 1 },
      mayBePosted: true,
    });
    await recordPosted(store, 'head', 10_500);
    expect(await store.deliveries.claimNext({ nowMs: 10_500, leaseMs: 100 })).toMatchObject({
      delivery: { key: 'item', attempts: 1 },
      mayBePosted: false,
    });
  },

  'a message that was given up with another is not owed without it': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head'), messageOf('item', 'head'), messageOf('fix', 'item')]);
    await recordDead(store, 'head');

    expect(await store.desk.retry('fix', audit)).toEqual({
      kind: 'refused',
      problem: 'It was given up with the message that it belongs to: retry head.',
    });
    expect(await statesOf(store)).toEqual({ head: 'dead', item: 'dead', fix: 'dead' });
    expect(await auditedCommands(store)).toEqual([]);
  },

  'a message can be owed anew when the one that it belongs to was posted after all': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head'), messageOf('item', 'head')]);
    await recordDead(store, 'head');
    await recordPosted(store, 'head');

    expect(await store.desk.retry('item', audit)).toEqual({ kind: 'done' });
    expect(await sentInOrder(store, 10_500)).toEqual(['item']);
  },

  'only what was given up is owed anew': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head')]);

    expect((await store.desk.retry('head', audit)).kind).toBe('refused');
    expect((await store.desk.retry('nothing', audit)).kind).toBe('refused');
    expect(await auditedCommands(store)).toEqual([]);
  },

  'an approved message is released with those in its thread': async (open) => {
    const store = await open();
    const held = { hold: approval };
    await owe(store, 'C1', [
      messageOf('head', null, held),
      messageOf('item', 'head', held),
      messageOf('fix', null, { ...held, revises: 'item' }),
      messageOf('other', null, held),
    ]);
    await owe(store, 'C1', [messageOf('meanwhile')]);

    expect(await store.desk.approve('head', audit)).toEqual({ kind: 'done' });

    expect(await sentInOrder(store, 10_500)).toEqual(['meanwhile', 'head', 'item', 'fix']);
    expect(await statesOf(store)).toMatchObject({ other: 'held' });
    expect(await auditedCommands(store)).toEqual(['deliveries retry']);
  },

  'a message is not approved before the one that it belongs to': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head', null, { hold: approval }), messageOf('item', 'head')]);

    expect(await store.desk.approve('item', audit)).toEqual({
      kind: 'refused',
      problem: 'It belongs to a message that waits too: approve head.',
    });
    expect(await statesOf(store)).toEqual({ head: 'held', item: 'held' });
  },

  'what waits for the end of the quiet hours is not approved': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head', null, { hold: { kind: 'quiet', untilMs: 20_000 } })]);

    expect((await store.desk.approve('head', audit)).kind).toBe('refused');
    expect((await store.desk.approve('nothing', audit)).kind).toBe('refused');
  },

  'a discarded message is given up with those in its thread, and says by whom': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head', null, { hold: approval }), messageOf('item', 'head')]);

    expect(await store.desk.discard('head', audit)).toEqual({ kind: 'done' });

    expect(await statesOf(store)).toEqual({ head: 'dead', item: 'dead' });
    expect(await deliveryOf(store, 'head')).toMatchObject({ hold: null, lastProblem: 'Discarded by U1.' });
    expect(await auditedCommands(store)).toEqual(['deliveries retry']);
    expect(await claimedKey(store, 50_000)).toBeNull();
  },

  'what was decided with a message is approved, discarded and retried with it': async (open) => {
    const store = await open();
    const held = { hold: approval };
    await owe(store, 'C1', [messageOf('item')]);
    await claimedKey(store);
    const posted = { kind: 'posted', messageId: '1', permalink: null, atMs: 10_001, nextAtMs: 0 } as const;
    await store.deliveries.record('item', 1, posted);
    const revision = { ...held, revises: 'item' };
    await owe(store, 'C1', [messageOf('u1', 'item', held), messageOf('u1.r', null, revision)]);
    await owe(store, 'C1', [messageOf('u2', 'item', held), messageOf('u2.r', null, revision)]);

    await store.desk.approve('u1', audit);
    await store.desk.discard('u2', audit);
    expect(await statesOf(store)).toMatchObject({ u1: 'owed', 'u1.r': 'owed', u2: 'dead', 'u2.r': 'dead' });

    await store.desk.retry('u2', audit);
    expect(await sentInOrder(store, 10_500)).toEqual(['u1', 'u1.r', 'u2', 'u2.r']);
  },

  'an old revision does not come back over a newer one': async (open) => {
    const store = await open();
    const revision = { revises: 'item' };
    await owe(store, 'C1', [messageOf('item'), messageOf('first', null, revision)]);
    await claimedKey(store);
    const posted = { kind: 'posted', messageId: '1', permalink: null, atMs: 10_001, nextAtMs: 0 } as const;
    await store.deliveries.record('item', 1, posted);
    await claimedKey(store);
    await store.deliveries.record('first', 1, {
      kind: 'dead',
      problem: 'Gone.',
      atMs: 10_002,
      targetIsGone: false,
    });
    await owe(store, 'C1', [messageOf('second', null, revision)]);

    await store.desk.retry('first', audit);

    expect(await statesOf(store)).toEqual({ item: 'posted', first: 'dead', second: 'owed' });
  },

  'what is owed is not discarded': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head')]);

    expect((await store.desk.discard('head', audit)).kind).toBe('refused');
    expect(await statesOf(store)).toEqual({ head: 'owed' });
  },
};
