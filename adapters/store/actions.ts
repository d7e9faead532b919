import { type Kysely, sql, type Transaction } from 'kysely';
import { dayMs } from '../../src/domain/moment.ts';
import { shortHash } from '../../src/domain/text/short-hash.ts';
import type { ActionStore } from '../../src/ports/action-store.ts';
import type { Tables } from './schema.ts';
import { greatest } from './sqlite/greatest.ts';

/** Buttons of older messages ask for their command again. */
const keptDays = 90;

export function actionStore(db: Kysely<Tables>): ActionStore {
  return {
    remember: (text, atMs) => db.transaction().execute((trx) => remember(trx, text, atMs)),
    find: (key) => db.transaction().execute((trx) => find(trx, key)),
  };
}

async function remember(trx: Transaction<Tables>, text: string, atMs: number): Promise<void> {
  await trx
    .insertInto('actions')
    .values({ key: shortHash(text), action: text, at_ms: atMs })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ at_ms: greatest(sql.ref('actions.at_ms'), sql.ref('excluded.at_ms')) }),
    )
    .execute();
  await trx
    .deleteFrom('actions')
    .where('at_ms', '<', atMs - keptDays * dayMs)
    .execute();
}

async function find(trx: Transaction<Tables>, key: string): Promise<string | null> {
  const row = await trx.selectFrom('actions').select('action').where('key', '=', key).executeTakeFirst();
  return row?.action ?? null;
}
