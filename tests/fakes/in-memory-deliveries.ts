import type { Delivery } from '../../src/domain/delivery.ts';
import type { ClaimedDelivery, DeliveryStore } from '../../src/ports/delivery-store.ts';
import { channelKey, type DeliveryRecord, type InMemoryState } from './in-memory-state.ts';

export function inMemoryDeliveries(state: InMemoryState): DeliveryStore {
  return {
    claimNext: async (request) => claimNext(state, request),
    recordPosted: async (key, messageId) =>
      record(state, key, { state: 'posted', messageId, lastProblem: null }, null),
    recordPostponed: async (key, retryAtMs, problem) =>
      record(state, key, { state: 'owed', lastProblem: problem }, retryAtMs),
    recordDead: async (key, problem) => record(state, key, { state: 'dead', lastProblem: problem }, null),
    list: async ({ limit }) =>
      state.deliveries
        .map(({ delivery }) => delivery)
        .reverse()
        .slice(0, limit),
  };
}

function claimNext(
  state: InMemoryState,
  request: { nowMs: number; leaseMs: number },
): ClaimedDelivery | null {
  const next = firstOfEachChannel(state)
    .filter((candidate) => isClaimable(candidate, request.nowMs))
    .toSorted((a, b) => a.dueAtMs - b.dueAtMs)[0];
  if (!next) return null;
  next.mayBePosted ||= next.delivery.state === 'sending';
  next.leaseUntilMs = request.nowMs + request.leaseMs;
  next.delivery = { ...next.delivery, state: 'sending', attempts: next.delivery.attempts + 1 };
  const parent = state.deliveries.find(({ delivery }) => delivery.key === next.delivery.threadOf);
  return {
    delivery: next.delivery,
    mayBePosted: next.mayBePosted,
    threadMessageId: parent?.delivery.messageId ?? null,
  };
}

function firstOfEachChannel(state: InMemoryState): readonly DeliveryRecord[] {
  const unfinished = state.deliveries.filter(
    ({ delivery }) => delivery.state === 'owed' || delivery.state === 'sending',
  );
  const byChannel = Map.groupBy(unfinished, ({ delivery }) => channelKey(delivery.channel));
  return [...byChannel.values()].flatMap((records) => records.slice(0, 1));
}

function isClaimable(candidate: DeliveryRecord, nowMs: number): boolean {
  return candidate.delivery.state === 'owed' ? candidate.dueAtMs <= nowMs : candidate.leaseUntilMs <= nowMs;
}

function record(
  state: InMemoryState,
  key: string,
  change: Partial<Delivery>,
  retryAtMs: number | null,
): void {
  const found = state.deliveries.find(({ delivery }) => delivery.key === key);
  if (!found) throw new Error(`There is no delivery with the key ${key}.`);
  if (found.delivery.state === 'posted') return;
  found.delivery = { ...found.delivery, ...change };
  found.leaseUntilMs = 0;
  if (retryAtMs !== null) found.dueAtMs = retryAtMs;
}
