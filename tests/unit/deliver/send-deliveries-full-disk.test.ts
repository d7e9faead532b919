import { expect, test } from 'vitest';
import { sendDeliveries } from '../../../src/deliver/send-deliveries.ts';
import type { DeliveryRecord, DeliveryStore } from '../../../src/ports/delivery-store.ts';
import { setup } from './channel-setup.ts';
import { hourMs, openOutbox } from './outbox.ts';

test('a store that fails ends the run when all have finished their message; nothing is lost or doubled', async () => {
  const outbox = await openOutbox(['a']);
  for (const key of ['b', 'c']) await outbox.owe([key], { ...setup.ref, channelId: key });
  const { record } = outbox.store.deliveries;
  let isFull = true;
  const deliveries: DeliveryStore = {
    ...outbox.store.deliveries,
    record: async (key, ...rest) => {
      if (key === 'a' && isFull) {
        isFull = false;
        throw new Error('The disk is full.');
      }
      return record(key, ...rest);
    },
  };

  await expect(sendDeliveries({ ...outbox.tools, deliveries })).rejects.toThrow('The disk is full.');

  expect(outbox.posted().toSorted()).toEqual(['a', 'b', 'c']);
  expect([(await outbox.deliveryOf('b')).state, (await outbox.deliveryOf('c')).state]).toEqual([
    'posted',
    'posted',
  ]);
  outbox.clock.advance(hourMs);
  expect(await sendDeliveries({ ...outbox.tools, deliveries })).toEqual({ posted: 1, postponed: 0, dead: 0 });
  expect(outbox.publisher.searches).toEqual(['a']);
  expect(outbox.publisher.attempts.map(({ key }) => key).toSorted()).toEqual(['a', 'b', 'c']);
});

test('a store that fails ends the waiting of the others too', async () => {
  const outbox = await openOutbox(['a']);
  await outbox.owe(['b1', 'b2'], { ...setup.ref, channelId: 'b' });
  const napping = Promise.withResolvers<void>();
  const wait = (_ms: number, signal: AbortSignal) =>
    new Promise<void>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      napping.resolve();
    });
  const { record } = outbox.store.deliveries;
  const deliveries: DeliveryStore = {
    ...outbox.store.deliveries,
    record: async (key, attempt, outcome) => {
      if (key !== 'a') return record(key, attempt, paced(outcome));
      await napping.promise;
      throw new Error('The disk is full.');
    },
  };

  await expect(sendDeliveries({ ...outbox.tools, deliveries, wait })).rejects.toThrow('The disk is full.');

  expect(outbox.posted().toSorted()).toEqual(['a', 'b1']);
});

/** The channel's next message is due a second later. */
function paced(outcome: DeliveryRecord): DeliveryRecord {
  return outcome.kind === 'posted' ? { ...outcome, nextAtMs: outcome.atMs + 1_000 } : outcome;
}
