import { channelKey } from '../../src/domain/channel-key.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { isOfWorkspace, personOf } from '../../src/domain/workspace.ts';
import type {
  ClaimedDelivery,
  DeliveryRecord,
  DeliveryStore,
  TroubledDelivery,
} from '../../src/ports/delivery-store.ts';
import { findRecord, giveUp, notify, releaseOne } from './in-memory-outbox.ts';
import { untellLost } from './in-memory-postings.ts';
import type { InMemoryState, DeliveryRecord as StoredDelivery } from './in-memory-state.ts';

const longestPaceMs = 60_000;

export function inMemoryDeliveries(state: InMemoryState): DeliveryStore {
  return {
    claimNext: async (request) => claimNext(state, request),
    nextDueAtMs: async (nowMs) => nextDueAtMs(state, nowMs),
    record: async (key, attempt, outcome) => record(state, key, attempt, outcome),
    release: async (nowMs) => release(state, nowMs),
    troubled: async (sinceMs) => troubled(state, sinceMs),
    notify: async (notices, atMs) => notify(state, notices, atMs),
    list: async ({ limit, workspace, state: wanted, key }) =>
      state.deliveries
        .map(({ delivery }) => delivery)
        .filter((delivery) => key === undefined || delivery.key === key)
        .filter((delivery) => wanted === undefined || delivery.state === wanted)
        .filter(({ channel }) => !workspace || isOfWorkspace(channel, workspace))
        .reverse()
        .slice(0, limit),
  };
}

function claimNext(
  state: InMemoryState,
  { nowMs, leaseMs }: { nowMs: number; leaseMs: number },
): ClaimedDelivery | null {
  const next = firstOfEachChannel(state)
    .filter((candidate) => isClaimable(state, candidate, nowMs))
    .toSorted(
      (a, b) =>
        readyAtMs(state, a, nowMs) - readyAtMs(state, b, nowMs) || indexOf(state, a) - indexOf(state, b),
    )[0];
  if (!next) return null;
  next.mayBePosted ||= next.delivery.state === 'sending';
  next.firstTriedAtMs = Math.min(next.firstTriedAtMs ?? nowMs, nowMs);
  next.leaseUntilMs = nowMs + leaseMs;
  next.delivery = { ...next.delivery, state: 'sending', attempts: next.delivery.attempts + 1 };
  return {
    delivery: next.delivery,
    mayBePosted: next.mayBePosted,
    firstTriedAtMs: next.firstTriedAtMs,
    threadMessageId: findRecord(state, next.delivery.threadOf)?.delivery.messageId ?? null,
    revisedMessageId: findRecord(state, next.delivery.revises)?.delivery.messageId ?? null,
    language: state.channels.get(channelKey(next.delivery.channel))?.channel.settings.language ?? 'en',
  };
}

function indexOf(state: InMemoryState, record: StoredDelivery): number {
  return state.deliveries.indexOf(record);
}

function firstOfEachChannel(state: InMemoryState): readonly StoredDelivery[] {
  const unfinished = state.deliveries
    .filter(({ delivery }) => delivery.state === 'owed' || delivery.state === 'sending')
    .toSorted((a, b) => a.delivery.sequence - b.delivery.sequence);
  const byChannel = Map.groupBy(unfinished, ({ delivery }) => channelKey(delivery.channel));
  return [...byChannel.values()].flatMap((records) => records.slice(0, 1));
}

function isClaimable(state: InMemoryState, candidate: StoredDelivery, nowMs: number): boolean {
  return readyAtMs(state, candidate, nowMs) <= nowMs;
}

function readyAtMs(state: InMemoryState, candidate: StoredDelivery, nowMs: number): number {
  const sendAfterMs = state.sendAfterMs.get(channelKey(candidate.delivery.channel)) ?? 0;
  return Math.max(waitsUntilMs(candidate), sendAfterMs > nowMs + longestPaceMs ? 0 : sendAfterMs);
}

function waitsUntilMs({ delivery, dueAtMs, leaseUntilMs }: StoredDelivery): number {
  return delivery.state === 'owed' ? dueAtMs : leaseUntilMs;
}

function nextDueAtMs(state: InMemoryState, nowMs: number): number | null {
  const waiting = firstOfEachChannel(state).map((candidate) => readyAtMs(state, candidate, nowMs));
  const held = state.deliveries.flatMap(({ delivery }) =>
    delivery.hold?.kind === 'quiet' ? [delivery.hold.untilMs] : [],
  );
  const moments = [...waiting, ...held];
  return moments.length === 0 ? null : Math.min(...moments);
}

function record(state: InMemoryState, key: string, attempt: number, outcome: DeliveryRecord): void {
  const found = findRecord(state, key);
  if (!found) throw new Error(`There is no delivery with the key ${key}.`);
  const { delivery } = found;
  if (delivery.state === 'posted') return;
  const isOutdated = delivery.attempts !== attempt || delivery.state !== 'sending';
  if (outcome.kind !== 'posted' && isOutdated) return;
  found.leaseUntilMs = 0;
  switch (outcome.kind) {
    case 'posted': {
      const { messageId, permalink, nextAtMs } = outcome;
      found.delivery = { ...delivery, state: 'posted', messageId, permalink, lastProblem: null };
      found.givenUpWith = null;
      found.deadAtMs = null;
      state.sendAfterMs.set(channelKey(delivery.channel), nextAtMs);
      return;
    }
    case 'postponed': {
      const attempts = Math.max(0, delivery.attempts - (outcome.countsAttempt ? 0 : 1));
      found.delivery = { ...delivery, state: 'owed', lastProblem: outcome.problem, attempts };
      found.mayBePosted = outcome.mayBePosted;
      found.dueAtMs = outcome.retryAtMs;
      return;
    }
    case 'dead':
      giveUp(state, found, outcome.problem, outcome.atMs);
      if (outcome.targetIsGone) forgetTarget(state, found);
      return;
  }
}

function forgetTarget(state: InMemoryState, record: StoredDelivery): void {
  untellLost(state, record);
  record.isDiscarded = true;
}

function release(state: InMemoryState, nowMs: number): void {
  for (const held of state.deliveries) {
    const { hold } = held.delivery;
    if (hold?.kind === 'quiet' && hold.untilMs <= nowMs) releaseOne(state, held, nowMs);
  }
}

function troubled(state: InMemoryState, sinceMs: number): readonly TroubledDelivery[] {
  return state.deliveries
    .filter((record) => isTrouble(record, sinceMs))
    .map(({ delivery }) => ({ delivery, lastPostedSequence: lastPostedBefore(state, delivery) }));
}

function isTrouble(record: StoredDelivery, sinceMs: number): boolean {
  const { delivery, deadAtMs, decidedAtMs, givenUpWith, isDiscarded } = record;
  if (personOf(delivery.channel) !== null || delivery.revises !== null) return false;
  if (delivery.hold?.kind === 'approval') return delivery.threadOf === null && decidedAtMs >= sinceMs;
  return deadAtMs !== null && deadAtMs >= sinceMs && givenUpWith === null && !isDiscarded;
}

function lastPostedBefore(state: InMemoryState, troubled: Delivery): number {
  if (troubled.state === 'held') return 0;
  const posted = state.deliveries.filter(
    ({ delivery }) =>
      delivery.state === 'posted' &&
      delivery.sequence < troubled.sequence &&
      channelKey(delivery.channel) === channelKey(troubled.channel),
  );
  return Math.max(0, ...posted.map(({ delivery }) => delivery.sequence));
}
