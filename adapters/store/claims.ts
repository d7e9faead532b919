import type { Kysely } from 'kysely';
import type { Claims } from '../../src/ports/claims.ts';
import type { Tables } from './schema.ts';
import { refreshTurns } from './turns.ts';

/** No message is on its way to a platform for longer. */
const sendingMs = 10_000;
/** Before any clock: a lease that ended then has run out. */
const longAgoMs = 0;

export function claims(db: Kysely<Tables>): Claims {
  return {
    releaseAll: (nowMs) =>
      db.transaction().execute(async (trx) => {
        for (const table of ['sources', 'entries'] as const) {
          await trx
            .updateTable(table)
            .set({ lease_until_ms: longAgoMs })
            .where('lease_until_ms', '>', longAgoMs)
            .execute();
        }
        await trx
          .updateTable('deliveries')
          .set({ lease_until_ms: nowMs + sendingMs })
          .where('state', '=', 'sending')
          .where('lease_until_ms', '>', nowMs + sendingMs)
          .execute();
        await refreshTurns(trx);
      }),
  };
}
