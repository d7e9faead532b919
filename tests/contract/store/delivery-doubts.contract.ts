import { expect } from 'vitest';
import { owe } from './owing.ts';
import { messageOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const request = { nowMs: 10_000, leaseMs: 100 };
const timedOut = {
  kind: 'postponed',
  problem: 'It timed out.',
  countsAttempt: true,
  mayBePosted: false,
} as const;

/** What the next sender is told of a message that may stand already. */
export const deliveryDoubtsContract: Contract = {
  'whether a postponed message may be posted is what its last sender knows': async (open) => {
    const store = await open();
    await owe(store, 'C1', [messageOf('one')]);
    const claimAt = (nowMs: number) => store.deliveries.claimNext({ ...request, nowMs });
    await claimAt(10_000);
    await claimAt(10_100);
    await store.deliveries.record('one', 2, { ...timedOut, mayBePosted: true, retryAtMs: 20_000 });

    expect(await claimAt(20_000)).toMatchObject({ mayBePosted: true });
    await store.deliveries.record('one', 3, { ...timedOut, retryAtMs: 30_000 });
    expect(await claimAt(30_000)).toMatchObject({ mayBePosted: false });
  },

  'the first claim stays the earliest moment at which a message can stand, or an earlier one by a clock set back':
    async (open) => {
      const store = await open();
      await owe(store, 'C1', [messageOf('one')]);
      const claimAt = (nowMs: number) => store.deliveries.claimNext({ ...request, nowMs });
      await claimAt(10_000);

      expect(await claimAt(10_100)).toMatchObject({ firstTriedAtMs: 10_000 });
      await store.deliveries.record('one', 2, { ...timedOut, retryAtMs: 9_000 });
      expect(await claimAt(9_500)).toMatchObject({ firstTriedAtMs: 9_500 });
    },
};
