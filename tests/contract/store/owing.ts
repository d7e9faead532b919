import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import type { Delivery, OwedMessage } from '../../../src/domain/delivery.ts';
import { alertOf, channelOf, channelSettingsOf } from './samples.ts';

/** Sets a channel up at 7,000 ms. */
export async function setUp(store: Store, channelId = 'C1'): Promise<void> {
  await store.channels.configure({ ref: channelOf(channelId), settings: channelSettingsOf() }, 7_000);
}

/** Owes messages to a channel at 9,000 ms, which is set up where it was not. */
export async function owe(store: Store, channelId: string, messages: readonly OwedMessage[]): Promise<void> {
  await setUp(store, channelId);
  expect(await store.alerts.commit(alertOf(channelOf(channelId), { messages }))).toBe('committed');
}

/** Key of the message that is claimed at `nowMs` for 100 ms, if one is due. */
export async function claimedKey(store: Store, nowMs = 10_000): Promise<string | null> {
  return (await store.deliveries.claimNext({ nowMs, leaseMs: 100 }))?.delivery.key ?? null;
}

/** Records the message as posted at 10,010 ms, so that the channel's next may follow at `nextAtMs`. */
export async function recordPosted(store: Store, key: string, nextAtMs = 10_010): Promise<void> {
  const posted = { messageId: `message ${key}`, permalink: `https://chat.example/${key}`, atMs: 10_010 };
  await store.deliveries.record(key, 1, { kind: 'posted', ...posted, nextAtMs });
}

/** Claims the next message and records it as given up at 10,010 ms. */
export async function recordDead(store: Store, key: string): Promise<void> {
  expect(await claimedKey(store)).toBe(key);
  const dead = { kind: 'dead', problem: 'The channel is gone.', targetIsGone: false } as const;
  await store.deliveries.record(key, 1, { ...dead, atMs: 10_010 });
}

export async function deliveryOf(store: Store, key: string): Promise<Delivery | undefined> {
  return (await store.deliveries.list({ limit: 100 })).find((delivery) => delivery.key === key);
}

/** State of every delivery by its key. */
export async function statesOf(store: Store): Promise<Readonly<Record<string, string>>> {
  const deliveries = await store.deliveries.list({ limit: 100 });
  return Object.fromEntries(deliveries.map(({ key, state }) => [key, state]));
}

/** Keys in the order in which they would be sent from `nowMs` on, each posted before the next is claimed. */
export async function sentInOrder(store: Store, nowMs = 10_000): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let key = await claimedKey(store, nowMs); key !== null; key = await claimedKey(store, nowMs)) {
    keys.push(key);
    await recordPosted(store, key, nowMs);
  }
  return keys;
}
