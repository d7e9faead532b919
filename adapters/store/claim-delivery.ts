import { sql, type Transaction } from 'kysely';
import type { DeliveryRow } from './delivery-rows.ts';
import type { Tables } from './schema.ts';
import { greatest } from './sqlite/greatest.ts';
import { refreshTurn } from './turns.ts';

/** No platform asks for a longer pause between two messages: one that ends later was set by a clock since set back. */
const longestPaceMs = 60_000;

/** When a channel may be sent to: when its message is due, and no sooner than its platform allows. */
function readyAtMs(nowMs: number) {
  const paceEndsMs = sql<number>`case when send_after_ms > ${nowMs + longestPaceMs} then 0 else send_after_ms end`;
  return greatest(paceEndsMs, sql`turn_at_ms`);
}

/**
 * Marks the next due message as being sent: that of the channel that has been ready for longest. So each of 500 digests
 * due in one minute is begun before the second message of any.
 */
export async function claimNextDelivery(
  trx: Transaction<Tables>,
  { nowMs, leaseMs }: { nowMs: number; leaseMs: number },
): Promise<DeliveryRow | undefined> {
  const next = await trx
    .selectFrom('channels')
    .innerJoin('deliveries', 'deliveries.delivery_id', 'channels.turn_of')
    .select(['deliveries.key', 'deliveries.state', 'deliveries.may_be_posted'])
    .where('channels.turn_at_ms', '<=', nowMs)
    .where(sql<boolean>`${readyAtMs(nowMs)} <= ${nowMs}`)
    .orderBy(readyAtMs(nowMs))
    .orderBy('channels.turn_of')
    .limit(1)
    .executeTakeFirst();
  if (!next) return undefined;

  const leaseRanOut = next.state === 'sending';
  const claimed = await trx
    .updateTable('deliveries')
    .set((eb) => ({
      state: 'sending',
      attempts: eb('attempts', '+', 1),
      lease_until_ms: nowMs + leaseMs,
      may_be_posted: leaseRanOut ? 1 : next.may_be_posted,
      // The earliest: with a clock that was ahead at the first try, the message would be looked for too late.
      first_tried_at_ms: sql<number>`min(coalesce(first_tried_at_ms, ${nowMs}), ${nowMs})`,
    }))
    .where('key', '=', next.key)
    .returningAll()
    .executeTakeFirstOrThrow();
  await refreshTurn(trx, claimed);
  return claimed;
}

/** When the first of all that wait can be claimed or released; `null` when none waits. */
export async function nextDueAt(trx: Transaction<Tables>, nowMs: number): Promise<number | null> {
  const waiting = await trx
    .selectFrom('channels')
    .select(sql<number | null>`min(${readyAtMs(nowMs)})`.as('at_ms'))
    .where('turn_at_ms', 'is not', null)
    .executeTakeFirst();
  const held = await trx
    .selectFrom('deliveries')
    .select((eb) => eb.fn.min('held_until_ms').as('at_ms'))
    .where(sql<boolean>`state = 'held'`)
    .executeTakeFirst();
  const moments = [waiting?.at_ms ?? null, held?.at_ms ?? null].filter((atMs) => atMs !== null);
  return moments.length === 0 ? null : Math.min(...moments);
}
