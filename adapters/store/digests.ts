import type { Kysely, Transaction } from 'kysely';
import type { ChannelRef, OwedMessage } from '../../src/domain/delivery.ts';
import type { ArchivedDigest, DigestStore } from '../../src/ports/digest-store.ts';
import { channelKeyOf } from './channel-rows.ts';
import { commitDigest } from './commit-digest.ts';
import { findDelivery } from './delivery-rows.ts';
import type { Tables } from './schema.ts';
import { findUntold } from './untold.ts';

export function digestStore(db: Kysely<Tables>): DigestStore {
  return {
    untold: (ref, options) => db.transaction().execute((trx) => findUntold(trx, ref, options)),
    commit: (decision) => db.transaction().execute((trx) => commitDigest(trx, decision)),
    archive: (ref, limit) => db.transaction().execute((trx) => archive(trx, ref, limit)),
  };
}

async function archive(
  trx: Transaction<Tables>,
  ref: ChannelRef,
  limit: number,
): Promise<readonly ArchivedDigest[]> {
  const rows = await trx
    .selectFrom('digests')
    .select(['slot_ms', 'decided_at_ms', 'messages'])
    .where((eb) => eb.and({ ...channelKeyOf(ref) }))
    .where('tells_silence', '=', 0)
    .orderBy('digest_id', 'desc')
    .limit(limit)
    .execute();
  const digests: ArchivedDigest[] = [];
  for (const row of rows) {
    const messages: readonly OwedMessage[] = JSON.parse(row.messages);
    const key = messages[0]?.key ?? '';
    const head = await findDelivery(trx, key);
    const permalink = head?.permalink ?? null;
    digests.push({ key, slotMs: row.slot_ms, decidedAtMs: row.decided_at_ms, messages, permalink });
  }
  return digests;
}
