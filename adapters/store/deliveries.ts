import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { ClaimedDelivery, DeliveryStore } from '../../src/ports/delivery-store.ts';
import { channelRefOf } from './channels.ts';
import { claimNextDelivery } from './claim-delivery.ts';
import type { DeliveryTable, Tables } from './schema.ts';
import { StoreError } from './store-error.ts';

export function deliveryStore(db: Kysely<Tables>): DeliveryStore {
  return {
    claimNext: (request) => db.transaction().execute((trx) => claimNext(trx, request)),
    recordPosted: (key, messageId, atMs) =>
      db.transaction().execute((trx) =>
        record(trx, key, {
          state: 'posted',
          message_id: messageId,
          last_problem: null,
          settled_at_ms: atMs,
        }),
      ),
    recordPostponed: (key, retryAtMs, problem) =>
      db
        .transaction()
        .execute((trx) => record(trx, key, { state: 'owed', due_at_ms: retryAtMs, last_problem: problem })),
    recordDead: (key, problem, atMs) =>
      db
        .transaction()
        .execute((trx) => record(trx, key, { state: 'dead', last_problem: problem, settled_at_ms: atMs })),
    list: (filter) => db.transaction().execute((trx) => list(trx, filter.limit)),
  };
}

async function claimNext(
  trx: Transaction<Tables>,
  request: { nowMs: number; leaseMs: number },
): Promise<ClaimedDelivery | null> {
  const row = await claimNextDelivery(trx, request);
  if (!row) return null;
  return {
    delivery: deliveryOf(row),
    mayBePosted: row.may_be_posted === 1,
    threadMessageId: row.thread_of === null ? null : await messageIdOf(trx, row.thread_of),
  };
}

async function messageIdOf(trx: Transaction<Tables>, key: string): Promise<string | null> {
  const row = await trx
    .selectFrom('deliveries')
    .select('message_id')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.message_id ?? null;
}

/** A posted delivery stays posted: a sender that was slow may still report what it believes. */
async function record(
  trx: Transaction<Tables>,
  key: string,
  change: Partial<Omit<Selectable<DeliveryTable>, 'delivery_id'>>,
): Promise<void> {
  const row = await trx.selectFrom('deliveries').select('state').where('key', '=', key).executeTakeFirst();
  if (!row) throw new StoreError(`There is no delivery with the key ${key}.`);
  if (row.state === 'posted') return;
  await trx
    .updateTable('deliveries')
    .set({ ...change, lease_until_ms: 0 })
    .where('key', '=', key)
    .execute();
}

async function list(trx: Transaction<Tables>, limit: number): Promise<readonly Delivery[]> {
  const rows = await trx
    .selectFrom('deliveries')
    .selectAll()
    .orderBy('delivery_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(deliveryOf);
}

function deliveryOf(row: Selectable<DeliveryTable>): Delivery {
  return {
    key: row.key,
    channel: channelRefOf(row),
    sequence: row.sequence,
    document: JSON.parse(row.document),
    threadOf: row.thread_of,
    state: row.state,
    attempts: row.attempts,
    messageId: row.message_id,
    lastProblem: row.last_problem,
  };
}
