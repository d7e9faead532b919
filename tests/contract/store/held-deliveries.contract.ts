import { expect } from 'vitest';
import type { Hold } from '../../../src/domain/delivery.ts';
import { claimedKey, deliveryOf, owe, recordDead, recordPosted, sentInOrder, statesOf } from './owing.ts';
import { messageOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const approval: Hold = { kind: 'approval' };
const untilNine: Hold = { kind: 'quiet', untilMs: 20_000 };

export const heldDeliveriesContract: Contract = {
  'a held message has no place, and later ones pass it': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('held', null, { hold: approval }), messageOf('next')]);

    expect(await deliveryOf(store, 'held')).toMatchObject({ state: 'held', hold: approval, sequence: 0 });
    expect(await sentInOrder(store)).toEqual(['next']);
    expect(await store.deliveries.nextDueAtMs(10_000)).toBeNull();
  },

  'messages held for quiet hours are released at their end, behind what was owed meanwhile': async (open) => {
    const store = await open();
    await owe(store, 'C1', [
      messageOf('head', null, { hold: untilNine }),
      messageOf('item', 'head', { hold: untilNine }),
    ]);
    await owe(store, 'C1', [messageOf('critical')]);

    await store.deliveries.release(19_999);
    expect(await statesOf(store)).toEqual({ head: 'held', item: 'held', critical: 'owed' });
    expect(await store.deliveries.nextDueAtMs(10_000)).toBe(9_000);
    await store.deliveries.release(20_000);

    expect(await sentInOrder(store, 20_000)).toEqual(['critical', 'head', 'item']);
    expect(await deliveryOf(store, 'head')).toMatchObject({ hold: null, sequence: 2 });
  },

  'the end of the quiet hours is a moment to look again': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('held', null, { hold: untilNine })]);

    expect(await store.deliveries.nextDueAtMs(10_000)).toBe(20_000);
  },

  'what waits for an approval is not released by time': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('held', null, { hold: approval })]);

    await store.deliveries.release(9_000_000);

    expect(await statesOf(store)).toEqual({ held: 'held' });
  },

  'a message for a held one waits with it, and comes after it': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head', null, { hold: untilNine })]);
    await owe(store, 'C1', [messageOf('reply', 'head'), messageOf('fix', null, { revises: 'head' })]);

    expect(await deliveryOf(store, 'reply')).toMatchObject({ state: 'held', hold: untilNine });
    expect(await sentInOrder(store, 19_999)).toEqual([]);
    await store.deliveries.release(20_000);

    expect(await sentInOrder(store, 20_000)).toEqual(['head', 'reply', 'fix']);
  },

  'an approval is waited for, however its message is held': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head', null, { hold: untilNine })]);
    await owe(store, 'C1', [messageOf('reply', 'head', { hold: approval })]);
    await owe(store, 'C1', [messageOf('waiting', null, { hold: approval })]);
    await owe(store, 'C1', [messageOf('its reply', 'waiting', { hold: untilNine })]);

    await store.deliveries.release(20_000);

    expect(await statesOf(store)).toEqual({
      head: 'owed',
      reply: 'held',
      waiting: 'held',
      'its reply': 'held',
    });
  },

  'a message for one whose quiet hours end sooner keeps its own': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head', null, { hold: untilNine })]);
    await owe(store, 'C1', [messageOf('reply', 'head', { hold: { kind: 'quiet', untilMs: 30_000 } })]);

    await store.deliveries.release(20_000);

    expect(await statesOf(store)).toEqual({ head: 'owed', reply: 'held' });
  },

  'all that belongs to a message is given up with it, and nothing else': async (open) => {
    const store = await open();
    await owe(store, 'C1', [
      messageOf('head'),
      messageOf('item', 'head'),
      messageOf('fix', null, { revises: 'item' }),
      messageOf('later', 'head', { hold: untilNine }),
      messageOf('other'),
    ]);
    await recordDead(store, 'head');

    expect(await statesOf(store)).toEqual({
      head: 'dead',
      item: 'dead',
      fix: 'dead',
      later: 'dead',
      other: 'owed',
    });
    expect(await deliveryOf(store, 'fix')).toMatchObject({
      lastProblem: 'Given up with the message that it belongs to: The channel is gone.',
    });
    expect(await sentInOrder(store)).toEqual(['other']);
  },

  'what stands in a thread already stays posted when its next message is given up': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head'), messageOf('fix', null, { revises: 'head' })]);
    await claimedKey(store);
    await recordPosted(store, 'head', 10_000);
    await recordDead(store, 'fix');

    expect(await statesOf(store)).toEqual({ head: 'posted', fix: 'dead' });
  },

  'a message for one that was given up is given up at once': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head')]);
    await recordDead(store, 'head');
    await owe(store, 'C1', [messageOf('reply', 'head'), messageOf('fix', null, { revises: 'reply' })]);

    expect(await statesOf(store)).toEqual({ head: 'dead', reply: 'dead', fix: 'dead' });
    expect(await deliveryOf(store, 'reply')).toMatchObject({
      lastProblem: 'Given up with the message that it belongs to: The channel is gone.',
    });
  },
};
