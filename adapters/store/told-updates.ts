import { sql, type Transaction } from 'kysely';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { ToldUpdate } from '../../src/ports/posting-store.ts';
import { channelKeyOf } from './channel-rows.ts';
import { deliveryOf } from './delivery-rows.ts';
import type { Tables } from './schema.ts';

/** What was given up, or waits for an approval that may never come, was not told. */
export async function findToldUpdates(
  trx: Transaction<Tables>,
  ref: ChannelRef,
  sinceMs: number,
): Promise<readonly ToldUpdate[]> {
  const rows = await trx
    .selectFrom('deliveries')
    .selectAll()
    .where((eb) => eb.and({ ...channelKeyOf(ref) }))
    .where(sql<boolean>`update_of is not null`)
    .where('decided_at_ms', '>', sinceMs)
    .where(sql<boolean>`state <> 'dead' and hold is not 'approval'`)
    .orderBy('decided_at_ms', 'desc')
    .orderBy('delivery_id', 'desc')
    .execute();
  const latest = new Map<string, ToldUpdate>();
  for (const row of rows) {
    const { document, permalink } = deliveryOf(row);
    if (document.kind !== 'update' || latest.has(document.story.storyId)) continue;
    latest.set(document.story.storyId, { document, decidedAtMs: row.decided_at_ms, permalink });
  }
  return [...latest.values()];
}
