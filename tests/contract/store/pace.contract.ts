import { expect } from 'vitest';
import { claimedKey, owe } from './owing.ts';
import { messageOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

/** In which order channels are served, and how long a platform's own pace keeps one waiting. */
export const paceContract: Contract = {
  'every channel gets its first message before one gets its second': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('one more')]);
    await owe(store, 'C2', [messageOf('two')]);
    await claimedKey(store);
    const posted = {
      kind: 'posted',
      messageId: '1',
      permalink: null,
      atMs: 10_000,
      nextAtMs: 10_001,
    } as const;
    await store.deliveries.record('one', 1, posted);

    expect(await claimedKey(store, 11_000)).toBe('two');
    expect(await claimedKey(store, 11_000)).toBe('one more');
  },

  'a pace that a clock set back has put far ahead is neither waited for nor named': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one'), messageOf('two')]);
    await claimedKey(store);
    const posted = {
      kind: 'posted',
      messageId: '1',
      permalink: null,
      atMs: 3_700_000,
      nextAtMs: 3_701_000,
    } as const;
    await store.deliveries.record('one', 1, posted);

    expect(await store.deliveries.nextDueAtMs(10_000)).toBe(9_000);
    expect(await claimedKey(store)).toBe('two');
  },
};
