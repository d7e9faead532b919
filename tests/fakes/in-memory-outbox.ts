import { channelKey } from '../../src/domain/channel-key.ts';
import type { ChannelRef, Delivery, Hold, OwedMessage, OwedNotice } from '../../src/domain/delivery.ts';
import type { DeliveryRecord, InMemoryState } from './in-memory-state.ts';

/** Owes notices whose keys are new; each waits with the message that it is about. */
export function notify(
  state: InMemoryState,
  notices: readonly (Omit<OwedNotice, 'tellsOf'> & Partial<OwedNotice>)[],
  atMs: number,
): void {
  for (const { channel, message, tellsOf } of notices) {
    if (!findRecord(state, message.key)) owe(state, channel, [message], atMs, tellsOf);
  }
}

/** Owes messages as the outbox of the database does, holds and dependences included. */
export function owe(
  state: InMemoryState,
  channel: ChannelRef,
  messages: readonly OwedMessage[],
  decidedAtMs: number,
  tellsOf: string | null = null,
): void {
  const keys = new Set(state.deliveries.map(({ delivery }) => delivery.key));
  for (const { key } of messages) {
    if (keys.has(key)) throw new Error(`A delivery with the key ${key} is there already.`);
    keys.add(key);
  }
  for (const message of messages) {
    const fate = fateOf(state, message, tellsOf);
    state.deliveries.push({
      delivery: {
        ...message,
        ...fate.delivery,
        channel,
        sequence: fate.delivery.state === 'held' ? 0 : nextPlace(state, channel),
        attempts: 0,
        messageId: null,
        permalink: null,
      },
      mayBePosted: false,
      firstTriedAtMs: null,
      toldBefore: null,
      dueAtMs: decidedAtMs,
      leaseUntilMs: 0,
      givenUpWith: fate.givenUpWith,
      decidedAtMs,
      deadAtMs: fate.delivery.state === 'dead' ? decidedAtMs : null,
      isDiscarded: false,
    });
  }
}

function nextPlace(state: InMemoryState, channel: ChannelRef): number {
  const places = state.deliveries
    .filter(({ delivery }) => channelKey(delivery.channel) === channelKey(channel))
    .map(({ delivery }) => delivery.sequence);
  return Math.max(0, ...places) + 1;
}

export function findRecord(state: InMemoryState, key: string | null): DeliveryRecord | undefined {
  return state.deliveries.find(({ delivery }) => delivery.key === key);
}

/** All that cannot be without this one, oldest first. */
export function dependentsOf(state: InMemoryState, key: string): readonly DeliveryRecord[] {
  const keys = new Set([key]);
  for (let before = 0; before < keys.size; ) {
    before = keys.size;
    for (const { delivery } of state.deliveries) {
      if (keys.has(delivery.threadOf ?? '') || keys.has(delivery.revises ?? '')) keys.add(delivery.key);
    }
  }
  return state.deliveries.filter(({ delivery }) => delivery.key !== key && keys.has(delivery.key));
}

export function giveUp(state: InMemoryState, record: DeliveryRecord, problem: string, atMs: number): void {
  record.delivery = { ...record.delivery, state: 'dead', hold: null, lastProblem: problem };
  record.givenUpWith = null;
  record.leaseUntilMs = 0;
  record.deadAtMs = atMs;
  const dependents = dependentsOf(state, record.delivery.key).filter(
    ({ delivery }) => delivery.state !== 'posted' && delivery.state !== 'dead',
  );
  dropPlaces(state, new Set([record, ...dependents].map(({ delivery }) => delivery.key)));
  for (const dependent of dependents) {
    const lastProblem = withItsTarget(problem);
    dependent.delivery = { ...dependent.delivery, state: 'dead', hold: null, lastProblem };
    dependent.givenUpWith = record.delivery.key;
    dependent.leaseUntilMs = 0;
    dependent.deadAtMs = atMs;
  }
}

/** A story has no place in a thread that does not stand. */
export function dropPlaces(state: InMemoryState, keys: ReadonlySet<string>): void {
  for (const [place, posting] of state.postings) {
    if (keys.has(posting.threadKey)) state.postings.delete(place);
    else if (keys.has(posting.itemKey ?? '')) state.postings.set(place, { ...posting, itemKey: null });
  }
}

/** Gives a held or given up message its place at the end of the channel's order. */
export function releaseOne(state: InMemoryState, record: DeliveryRecord, nowMs: number): void {
  const sequence = nextPlace(state, record.delivery.channel);
  record.delivery = { ...record.delivery, state: 'owed', hold: null, sequence };
  record.givenUpWith = null;
  record.dueAtMs = nowMs;
  record.deadAtMs = null;
  record.isDiscarded = false;
}

interface Fate {
  readonly delivery: Pick<Delivery, 'state' | 'hold' | 'lastProblem'>;
  readonly givenUpWith: string | null;
}

function fateOf(
  state: InMemoryState,
  { hold, threadOf, revises }: OwedMessage,
  tellsOf: string | null,
): Fate {
  const targets = [threadOf, revises, tellsOf].flatMap((key) => findRecord(state, key) ?? []);
  const dead = targets.find(({ delivery }) => delivery.state === 'dead');
  if (dead) {
    const lastProblem = withItsTarget(dead.delivery.lastProblem);
    return {
      delivery: { state: 'dead', hold: null, lastProblem },
      givenUpWith: dead.givenUpWith ?? dead.delivery.key,
    };
  }
  const waits = longestHold([hold, ...targets.map(({ delivery }) => delivery.hold)]);
  const delivery = { state: waits === null ? ('owed' as const) : ('held' as const), hold: waits };
  return { delivery: { ...delivery, lastProblem: null }, givenUpWith: null };
}

function longestHold(holds: readonly (Hold | null)[]): Hold | null {
  const untilMs = (hold: Hold | null) => (hold?.kind === 'quiet' ? hold.untilMs : Number.POSITIVE_INFINITY);
  const waits = holds.filter((hold) => hold !== null);
  return waits.toSorted((a, b) => untilMs(a) - untilMs(b)).at(-1) ?? null;
}

function withItsTarget(problem: string | null): string {
  return `Given up with the message that it belongs to: ${problem ?? 'no reason was given.'}`;
}
