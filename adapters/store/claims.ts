import type { Kysely } from 'kysely';
import type { Claims } from '../../src/ports/claims.ts';
import type { Tables } from './schema.ts';
import { refreshTurns } from './turns.ts';

/** Before any clock: a lease that ended then has run out, and a message under it may be posted. */
const longAgoMs = 0;

export function claims(db: Kysely<Tables>): Claims {
  return {
    releaseAll: () =>
      db.transaction().execute(async (trx) => {
        for (const table of ['sources', 'entries', 'deliveries'] as const) {
          await trx
            .updateTable(table)
            .set({ lease_until_ms: longAgoMs })
            .where('lease_until_ms', '>', longAgoMs)
            .execute();
        }
        await refreshTurns(trx);
      }),
  };
}
