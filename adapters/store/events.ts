import type { Kysely, Transaction } from 'kysely';
import type { Platform } from '../../src/domain/delivery.ts';
import { dayMs } from '../../src/domain/moment.ts';
import type { EventLedger } from '../../src/ports/event-ledger.ts';
import type { Tables } from './schema.ts';

export function eventLedger(db: Kysely<Tables>): EventLedger {
  return {
    take: (platform, eventId, atMs) => db.transaction().execute((trx) => take(trx, platform, eventId, atMs)),
  };
}

async function take(
  trx: Transaction<Tables>,
  platform: Platform,
  eventId: string,
  atMs: number,
): Promise<boolean> {
  await trx
    .deleteFrom('events')
    .where('at_ms', '<', atMs - dayMs)
    .execute();
  const taken = await trx
    .insertInto('events')
    .values({ platform, event_id: eventId, at_ms: atMs })
    .onConflict((conflict) => conflict.doNothing())
    .returning('event_id')
    .executeTakeFirst();
  return taken !== undefined;
}
