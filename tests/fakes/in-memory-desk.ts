import type { AuditEntry } from '../../src/domain/audit.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { DeliveryDesk, DeskOutcome } from '../../src/ports/delivery-desk.ts';
import { dependentsOf, findRecord, giveUp, releaseOne } from './in-memory-outbox.ts';
import type { DeliveryRecord, InMemoryState } from './in-memory-state.ts';

export function inMemoryDesk(state: InMemoryState): DeliveryDesk {
  return {
    retry: async (key, audit) => retry(state, key, audit),
    approve: async (key, audit) => approve(state, key, audit),
    discard: async (key, audit) => {
      const record = findRecord(state, key);
      if (record?.delivery.state !== 'held') return refuse(nothingHeld(key));
      giveUp(state, record, `Discarded by ${audit.personId}.`, audit.atMs);
      record.isDiscarded = true;
      for (const companion of companionsOf(state, key)) {
        giveUp(state, companion, `Discarded by ${audit.personId}.`, audit.atMs);
        companion.givenUpWith = key;
      }
      return done(state, audit);
    },
  };
}

function retry(state: InMemoryState, key: string, audit: AuditEntry): DeskOutcome {
  const record = findRecord(state, key);
  if (record?.delivery.state !== 'dead') return refuse(`No delivery with the key ${key} was given up.`);
  const target = targetIn(state, record.delivery, 'dead');
  if (target !== null) return refuse(`It was given up with the message that it belongs to: retry ${target}.`);
  const companions = state.deliveries.filter(({ givenUpWith }) => givenUpWith === key);
  for (const given of [record, ...companions]) {
    if (!releaseUnlessOld(state, given, audit.atMs)) continue;
    given.mayBePosted ||= given.delivery.attempts > 0;
    given.delivery = { ...given.delivery, attempts: 0 };
  }
  return done(state, audit);
}

function approve(state: InMemoryState, key: string, audit: AuditEntry): DeskOutcome {
  const record = findRecord(state, key);
  if (record?.delivery.hold?.kind !== 'approval') return refuse(nothingHeld(key));
  const target = targetIn(state, record.delivery, 'held');
  if (target !== null) return refuse(`It belongs to a message that waits too: approve ${target}.`);
  releaseUnlessOld(state, record, audit.atMs);
  for (const companion of companionsOf(state, key)) {
    if (companion.delivery.hold?.kind === 'approval') releaseUnlessOld(state, companion, audit.atMs);
  }
  return done(state, audit);
}

/** Releases a message, but for a revision over which a later one stands. */
function releaseUnlessOld(state: InMemoryState, record: DeliveryRecord, nowMs: number): boolean {
  const { revises } = record.delivery;
  const later = state.deliveries
    .slice(state.deliveries.indexOf(record) + 1)
    .find(({ delivery }) => revises !== null && delivery.revises === revises && isOnItsWay(delivery));
  if (!later) releaseOne(state, record, nowMs);
  else if (record.delivery.state !== 'dead') {
    giveUp(state, record, `A later revision stands: ${later.delivery.key}.`, nowMs);
  }
  return later === undefined;
}

function isOnItsWay({ state }: Delivery): boolean {
  return state === 'owed' || state === 'sending' || state === 'posted';
}

/** What is held with a message: what cannot be without it, and what was decided with it or with those. */
function companionsOf(state: InMemoryState, key: string): readonly DeliveryRecord[] {
  const dependents = new Set(dependentsOf(state, key));
  const decided = [key, ...[...dependents].map(({ delivery }) => delivery.key)];
  return state.deliveries.filter(
    (record) =>
      record.delivery.state === 'held' &&
      (dependents.has(record) || decided.some((one) => record.delivery.key.startsWith(`${one}.`))),
  );
}

/** Key of the outermost message in this state that the delivery belongs to. */
function targetIn(
  state: InMemoryState,
  { threadOf, revises }: Pick<Delivery, 'threadOf' | 'revises'>,
  wanted: Delivery['state'],
): string | null {
  const target = [threadOf, revises]
    .map((key) => findRecord(state, key)?.delivery)
    .find((delivery) => delivery?.state === wanted);
  return target ? (targetIn(state, target, wanted) ?? target.key) : null;
}

function done(state: InMemoryState, audit: AuditEntry): DeskOutcome {
  state.audit.push(audit);
  return { kind: 'done' };
}

function nothingHeld(key: string): string {
  return `No delivery with the key ${key} waits for approval; "deliveries list" has those that do.`;
}

function refuse(problem: string): DeskOutcome {
  return { kind: 'refused', problem };
}
