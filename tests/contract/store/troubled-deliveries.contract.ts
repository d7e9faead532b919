import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import { personChannel } from '../../../src/domain/workspace.ts';
import { claimedKey, owe, recordDead, recordPosted } from './owing.ts';
import { auditOf, messageOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const forApproval = { hold: { kind: 'approval' } } as const;

/** Key and the last posted sequence of each trouble. */
async function troublesOf(store: Store, sinceMs = 0): Promise<readonly (readonly [string, number])[]> {
  const troubled = await store.deliveries.troubled(sinceMs);
  return troubled.map(({ delivery, lastPostedSequence }) => [delivery.key, lastPostedSequence]);
}

export const troubledDeliveriesContract: Contract = {
  'what was given up for itself is a trouble, from when it was given up on': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head'), messageOf('item', 'head')]);
    await owe(store, 'C2', [messageOf('fine')]);
    await recordDead(store, 'head');

    expect(await troublesOf(store, 10_010)).toEqual([['head', 0]]);
    expect(await troublesOf(store, 10_011)).toEqual([]);
    expect((await store.deliveries.troubled(0))[0]?.delivery).toMatchObject({
      state: 'dead',
      lastProblem: 'The channel is gone.',
    });
  },

  "a message of a thread that stands is a trouble of its own, and a revision's is none": async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head'), messageOf('item', 'head')]);
    expect(await claimedKey(store)).toBe('head');
    await recordPosted(store, 'head', 10_000);
    await recordDead(store, 'item');
    await owe(store, 'C1', [messageOf('revision', null, { revises: 'head' })]);
    await recordDead(store, 'revision');

    expect(await troublesOf(store)).toEqual([['item', 1]]);
  },

  'what was given up for a message that was given up already is no trouble': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head')]);
    await recordDead(store, 'head');
    await owe(store, 'C1', [messageOf('late', 'head')]);

    expect(await troublesOf(store)).toEqual([['head', 0]]);
  },

  'what waits for approval is a trouble from when it was decided on, without what goes with it': async (
    open,
  ) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head', null, forApproval), messageOf('item', 'head', forApproval)]);
    await owe(store, 'C2', [messageOf('night', null, { hold: { kind: 'quiet', untilMs: 90_000 } })]);

    expect(await troublesOf(store, 9_000)).toEqual([['head', 0]]);
    expect(await troublesOf(store, 9_001)).toEqual([]);
  },

  'what waits to answer in a thread or to rewrite a message that stands is none': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('head')]);
    expect(await claimedKey(store)).toBe('head');
    await recordPosted(store, 'head', 10_000);
    const revision = messageOf('revision', null, { ...forApproval, revises: 'head' });
    await owe(store, 'C1', [messageOf('reply', 'head', forApproval), revision]);

    expect(await troublesOf(store)).toEqual([]);
  },

  'what somebody discarded, approved or owed again is no trouble any more': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('unwanted', null, forApproval), messageOf('item', 'unwanted')]);
    await owe(store, 'C2', [messageOf('wanted', null, forApproval)]);
    await owe(store, 'C3', [messageOf('again')]);
    await recordDead(store, 'again');
    await store.desk.discard('unwanted', auditOf('deliveries discard'));
    await store.desk.approve('wanted', auditOf('deliveries approve'));
    await store.desk.retry('again', auditOf('deliveries retry'));

    expect(await troublesOf(store)).toEqual([]);
  },

  'what was discarded, owed again and given up then is a trouble': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one', null, forApproval)]);
    await store.desk.discard('one', auditOf('deliveries discard'));
    await store.desk.retry('one', auditOf('deliveries retry'));
    await recordDead(store, 'one');

    expect(await troublesOf(store)).toEqual([['one', 0]]);
  },

  'messages to persons are left out': async (open) => {
    const store = await open();
    const channel = personChannel({ platform: 'slack', workspaceId: 'T1' }, 'U1');
    const notices = [
      { channel, message: messageOf('lost') },
      { channel, message: messageOf('held', null, forApproval) },
    ];
    await store.deliveries.notify(notices, 9_000);
    await recordDead(store, 'lost');

    expect(await troublesOf(store)).toEqual([]);
  },

  'troubles come oldest first, each with what its own channel got last before it': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('held', null, forApproval), messageOf('good'), messageOf('bad')]);
    await owe(store, 'C2', [messageOf('other')]);
    expect(await claimedKey(store)).toBe('good');
    await recordDead(store, 'other');
    await recordPosted(store, 'good', 10_000);
    await recordDead(store, 'bad');
    await owe(store, 'C1', [messageOf('later')]);
    await recordPosted(store, 'later', 20_000);

    expect(await troublesOf(store)).toEqual([
      ['held', 0],
      ['bad', 1],
      ['other', 0],
    ]);
  },
};
