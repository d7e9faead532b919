import type { Selectable, Transaction } from 'kysely';
import type { DeliveryTable, Tables } from './schema.ts';

const unfinished = ['owed', 'sending'] as const;

/**
 * Marks the next due message as being sent. Of each channel only the first unfinished message counts, also
 * while it waits for a retry or is with another sender: a later one before it would break the channel's order.
 */
export async function claimNextDelivery(
  trx: Transaction<Tables>,
  request: { nowMs: number; leaseMs: number },
): Promise<Selectable<DeliveryTable> | undefined> {
  const next = await trx
    .selectFrom('deliveries as next')
    .select(['next.key', 'next.state', 'next.may_be_posted'])
    .where('next.state', 'in', unfinished)
    .where((eb) =>
      eb.or([
        eb.and([eb('next.state', '=', 'owed'), eb('next.due_at_ms', '<=', request.nowMs)]),
        eb.and([eb('next.state', '=', 'sending'), eb('next.lease_until_ms', '<=', request.nowMs)]),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries as earlier')
            .select('earlier.delivery_id')
            .whereRef('earlier.platform', '=', 'next.platform')
            .whereRef('earlier.workspace_id', '=', 'next.workspace_id')
            .whereRef('earlier.channel_id', '=', 'next.channel_id')
            .whereRef('earlier.sequence', '<', 'next.sequence')
            .where('earlier.state', 'in', unfinished),
        ),
      ),
    )
    .orderBy('next.due_at_ms')
    .orderBy('next.delivery_id')
    .limit(1)
    .executeTakeFirst();
  if (!next) return undefined;

  const leaseRanOut = next.state === 'sending';
  return await trx
    .updateTable('deliveries')
    .set((eb) => ({
      state: 'sending',
      attempts: eb('attempts', '+', 1),
      lease_until_ms: request.nowMs + request.leaseMs,
      may_be_posted: leaseRanOut ? 1 : next.may_be_posted,
    }))
    .where('key', '=', next.key)
    .returningAll()
    .executeTakeFirst();
}
