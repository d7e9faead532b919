import type { Kysely, Transaction } from 'kysely';
import type { AuditEntry } from '../../src/domain/audit.ts';
import type { DeliveryDesk, DeskOutcome } from '../../src/ports/delivery-desk.ts';
import { writeAudit } from './audit.ts';
import { releaseOne } from './deliveries.ts';
import { type DeliveryRow, dependentsOf, findDelivery } from './delivery-rows.ts';
import { giveUp } from './record-delivery.ts';
import type { Tables } from './schema.ts';

export function deliveryDesk(db: Kysely<Tables>): DeliveryDesk {
  return {
    retry: (key, audit) => db.transaction().execute((trx) => retry(trx, key, audit)),
    approve: (key, audit) => db.transaction().execute((trx) => approve(trx, key, audit)),
    discard: (key, audit) => db.transaction().execute((trx) => discard(trx, key, audit)),
  };
}

async function retry(trx: Transaction<Tables>, key: string, audit: AuditEntry): Promise<DeskOutcome> {
  const row = await findDelivery(trx, key);
  if (row?.state !== 'dead') return refuse(`No delivery with the key ${key} was given up.`);
  const target = await targetIn(trx, row, 'dead');
  if (target) return refuse(`It was given up with the message that it belongs to: retry ${target}.`);
  const companions = await trx
    .selectFrom('deliveries')
    .selectAll()
    .where('given_up_with', '=', key)
    .orderBy('delivery_id')
    .execute();
  for (const given of [row, ...companions]) {
    if (!(await releaseUnlessOld(trx, given, audit.atMs))) continue;
    // What was tried may stand all the same: given up after lost answers, it must be looked for first.
    const isTried = given.attempts > 0 || given.may_be_posted === 1;
    await trx
      .updateTable('deliveries')
      .set({ attempts: 0, may_be_posted: isTried ? 1 : 0 })
      .where('key', '=', given.key)
      .execute();
  }
  await writeAudit(trx, audit);
  return { kind: 'done' };
}

async function approve(trx: Transaction<Tables>, key: string, audit: AuditEntry): Promise<DeskOutcome> {
  const row = await findDelivery(trx, key);
  if (row?.state !== 'held' || row.hold !== 'approval') return refuse(nothingHeld(key));
  const target = await targetIn(trx, row, 'held');
  if (target) return refuse(`It belongs to a message that waits too: approve ${target}.`);
  await releaseUnlessOld(trx, row, audit.atMs);
  for (const companion of await companionsOf(trx, key)) {
    if (companion.hold === 'approval') await releaseUnlessOld(trx, companion, audit.atMs);
  }
  await writeAudit(trx, audit);
  return { kind: 'done' };
}

async function discard(trx: Transaction<Tables>, key: string, audit: AuditEntry): Promise<DeskOutcome> {
  const row = await findDelivery(trx, key);
  if (row?.state !== 'held') return refuse(nothingHeld(key));
  const problem = `Discarded by ${audit.personId}.`;
  await giveUp(trx, row, problem, audit.atMs);
  await trx.updateTable('deliveries').set({ is_discarded: 1 }).where('key', '=', key).execute();
  for (const companion of await companionsOf(trx, key)) {
    await giveUp(trx, companion, problem, audit.atMs);
    await trx
      .updateTable('deliveries')
      .set({ given_up_with: key })
      .where('key', '=', companion.key)
      .execute();
  }
  await writeAudit(trx, audit);
  return { kind: 'done' };
}

/** Releases a message, but for a revision over which a later one stands: it would bring an old text back. */
async function releaseUnlessOld(trx: Transaction<Tables>, row: DeliveryRow, nowMs: number): Promise<boolean> {
  const later =
    row.revises === null
      ? undefined
      : await trx
          .selectFrom('deliveries')
          .select('key')
          .where('revises', '=', row.revises)
          .where('delivery_id', '>', row.delivery_id)
          .where('state', 'in', ['owed', 'sending', 'posted'])
          .executeTakeFirst();
  if (!later) await releaseOne(trx, row, nowMs);
  else if (row.state !== 'dead') await giveUp(trx, row, `A later revision stands: ${later.key}.`, nowMs);
  return later === undefined;
}

/**
 * What is held with a message: what cannot be without it, and what was decided with it or with those, whose keys begin
 * with theirs. So an update's reply, the rewriting of its item and what its followers are told are approved as one.
 */
async function companionsOf(trx: Transaction<Tables>, key: string): Promise<readonly DeliveryRow[]> {
  const all = [...(await dependentsOf(trx, key))];
  for (const decided of [key, ...all.map((dependent) => dependent.key)]) {
    all.push(...(await decidedWith(trx, decided)));
  }
  const held = new Map(all.filter(({ state }) => state === 'held').map((row) => [row.key, row]));
  return [...held.values()].toSorted((a, b) => a.delivery_id - b.delivery_id);
}

async function decidedWith(trx: Transaction<Tables>, key: string): Promise<readonly DeliveryRow[]> {
  return await trx
    .selectFrom('deliveries')
    .selectAll()
    .where('key', '>', `${key}.`)
    .where('key', '<', `${key}/`)
    .execute();
}

/** Key of the message in this state that the delivery belongs to: the outermost, so that it is the one to name. */
async function targetIn(
  trx: Transaction<Tables>,
  row: DeliveryRow,
  state: DeliveryRow['state'],
): Promise<string | null> {
  for (const key of [row.thread_of, row.revises]) {
    const target = key === null ? undefined : await findDelivery(trx, key);
    if (target?.state === state) return (await targetIn(trx, target, state)) ?? target.key;
  }
  return null;
}

function nothingHeld(key: string): string {
  return `No delivery with the key ${key} waits for approval; "deliveries list" has those that do.`;
}

function refuse(problem: string): DeskOutcome {
  return { kind: 'refused', problem };
}
