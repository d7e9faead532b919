import { sql, type Transaction } from 'kysely';
import type { Delivery } from '../../src/domain/delivery.ts';
import { personOf } from '../../src/domain/workspace.ts';
import type { TroubledDelivery } from '../../src/ports/delivery-store.ts';
import { channelKeyOf } from './channel-rows.ts';
import { type DeliveryRow, deliveryOf } from './delivery-rows.ts';
import type { Tables } from './schema.ts';

/** What was given up for itself, and what waits for approval on its own, in the order in which it was decided. */
export async function findTroubled(
  trx: Transaction<Tables>,
  sinceMs: number,
): Promise<readonly TroubledDelivery[]> {
  const rows = [...(await givenUp(trx, sinceMs)), ...(await waiting(trx, sinceMs))]
    .filter((row) => row.revises === null)
    .toSorted((a, b) => a.delivery_id - b.delivery_id);
  const troubled: TroubledDelivery[] = [];
  for (const delivery of rows.map(deliveryOf)) {
    if (personOf(delivery.channel) !== null) continue;
    troubled.push({ delivery, lastPostedSequence: await lastPostedBefore(trx, delivery) });
  }
  return troubled;
}

// In both, the state is written out: with a parameter SQLite would not see that the index of such deliveries serves.

async function givenUp(trx: Transaction<Tables>, sinceMs: number): Promise<readonly DeliveryRow[]> {
  return await trx
    .selectFrom('deliveries')
    .selectAll()
    .where(sql<boolean>`state = 'dead'`)
    .where('settled_at_ms', '>=', sinceMs)
    .where('given_up_with', 'is', null)
    .where('is_discarded', '=', 0)
    .execute();
}

async function waiting(trx: Transaction<Tables>, sinceMs: number): Promise<readonly DeliveryRow[]> {
  const rows = await trx
    .selectFrom('deliveries')
    .selectAll()
    .where(sql<boolean>`state = 'held'`)
    .where('hold', '=', 'approval')
    .where('decided_at_ms', '>=', sinceMs)
    .execute();
  // Asked of the database, it would read every message outside a thread instead of the held ones.
  return rows.filter((row) => row.thread_of === null);
}

/** 0 for none, and for a message that has no place in its channel's order yet. */
async function lastPostedBefore(
  trx: Transaction<Tables>,
  { channel, sequence, state }: Delivery,
): Promise<number> {
  if (state === 'held') return 0;
  const row = await trx
    .selectFrom('deliveries')
    .select('sequence')
    .where((eb) => eb.and({ ...channelKeyOf(channel) }))
    .where('sequence', '<', sequence)
    .where('state', '=', 'posted')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sequence ?? 0;
}
