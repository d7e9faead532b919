import type { Transaction } from 'kysely';
import type { DeliveryRecord } from '../../src/ports/delivery-store.ts';
import { channelKeyOf, channelRefOf } from './channel-rows.ts';
import { type DeliveryRow, dependentsOf, findDelivery } from './delivery-rows.ts';
import { withItsTarget } from './outbox.ts';
import { dropPlaces } from './postings.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';
import { refreshTurn } from './turns.ts';
import { untellLost } from './untold-news.ts';

/** What a sender reports of the message that it claimed, in the caller's transaction. */
export async function recordDelivery(
  trx: Transaction<Tables>,
  key: string,
  attempt: number,
  record: DeliveryRecord,
): Promise<void> {
  const row = await findDelivery(trx, key);
  if (!row) throw new StoreError(`There is no delivery with the key ${key}.`);
  if (row.state === 'posted') return;
  if (record.kind !== 'posted' && isOutdated(row, attempt)) return;
  switch (record.kind) {
    case 'posted':
      await change(trx, row, {
        state: 'posted',
        message_id: record.messageId,
        permalink: record.permalink,
        last_problem: null,
        given_up_with: null,
        settled_at_ms: record.atMs,
      });
      return pace(trx, row, record.nextAtMs);
    case 'postponed':
      return change(trx, row, {
        state: 'owed',
        due_at_ms: record.retryAtMs,
        last_problem: record.problem,
        may_be_posted: record.mayBePosted ? 1 : 0,
        attempts: record.countsAttempt ? row.attempts : Math.max(0, row.attempts - 1),
      });
    case 'dead':
      await giveUp(trx, row, record.problem, record.atMs);
      return record.targetIsGone ? forgetTarget(trx, row) : undefined;
  }
}

/** Whoever took the target away wants none of it there: no trouble. */
async function forgetTarget(trx: Transaction<Tables>, row: DeliveryRow): Promise<void> {
  await untellLost(trx, row);
  await trx.updateTable('deliveries').set({ is_discarded: 1 }).where('key', '=', row.key).execute();
}

/** Gives a message up with all that cannot be without it. What of it stands already, stands. */
export async function giveUp(
  trx: Transaction<Tables>,
  row: DeliveryRow,
  problem: string,
  atMs: number,
): Promise<void> {
  const dead = { state: 'dead', hold: null, held_until_ms: null, settled_at_ms: atMs } as const;
  await change(trx, row, { ...dead, last_problem: problem, given_up_with: null });
  const dependents = (await dependentsOf(trx, row.key)).filter(
    ({ state }) => state !== 'posted' && state !== 'dead',
  );
  await dropPlaces(
    trx,
    [row, ...dependents].map(({ key }) => key),
  );
  for (const dependent of dependents) {
    await change(trx, dependent, {
      ...dead,
      last_problem: withItsTarget(problem),
      given_up_with: row.key,
    });
  }
}

/** Another sender has claimed the message since. */
function isOutdated({ attempts, state }: DeliveryRow, attempt: number): boolean {
  return attempts !== attempt || state !== 'sending';
}

async function pace(trx: Transaction<Tables>, row: DeliveryRow, nextAtMs: number): Promise<void> {
  await trx
    .updateTable('channels')
    .set({ send_after_ms: nextAtMs })
    .where((eb) => eb.and({ ...channelKeyOf(channelRefOf(row)) }))
    .execute();
}

async function change(
  trx: Transaction<Tables>,
  row: DeliveryRow,
  values: Partial<Omit<DeliveryRow, 'delivery_id'>>,
): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({ ...values, lease_until_ms: 0 })
    .where('key', '=', row.key)
    .execute();
  await refreshTurn(trx, row);
}
