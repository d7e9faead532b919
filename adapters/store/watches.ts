import type { Kysely, Selectable, Transaction } from 'kysely';
import type { AuditEntry } from '../../src/domain/audit.ts';
import type { OwedMessage } from '../../src/domain/delivery.ts';
import type { Watch, WatchHitRecord } from '../../src/domain/watch.ts';
import type { WatchStore } from '../../src/ports/watch-store.ts';
import { writeAudit } from './audit.ts';
import { owe } from './outbox.ts';
import type { Tables } from './schema.ts';
import { latestSequence } from './stored-article.ts';
import type { WatchHitTable, WatchTable } from './watch-tables.ts';

export function watchStore(db: Kysely<Tables>): WatchStore {
  return {
    list: () => db.transaction().execute(list),
    save: (watch, audit) => db.transaction().execute((trx) => save(trx, watch, audit)),
    remove: (watchId, audit) => db.transaction().execute((trx) => remove(trx, watchId, audit)),
    hits: (filter) => db.transaction().execute((trx) => hits(trx, filter)),
    report: (watchId, message, atMs) =>
      db.transaction().execute((trx) => report(trx, watchId, message, atMs)),
  };
}

export function watchOf(row: Pick<Selectable<WatchTable>, 'watch' | 'reported_at_ms'>): Watch {
  const watch: Watch = JSON.parse(row.watch);
  return { ...watch, reportedAtMs: row.reported_at_ms };
}

export function hitOf(row: Selectable<WatchHitTable>): WatchHitRecord {
  return {
    watchId: row.watch_id,
    sequence: row.sequence,
    storyId: row.story_id,
    atMs: row.at_ms,
    matched: JSON.parse(row.matched),
    state: row.state,
    remark: row.remark,
    deliveryKey: row.delivery_key,
  };
}

async function list(trx: Transaction<Tables>): Promise<readonly Watch[]> {
  const rows = await trx.selectFrom('watches').selectAll().orderBy('made').execute();
  return rows.map(watchOf);
}

async function save(trx: Transaction<Tables>, watch: Watch, audit: AuditEntry): Promise<void> {
  const latest = await trx
    .selectFrom('watches')
    .select((eb) => eb.fn.max('made').as('made'))
    .executeTakeFirst();
  const text = JSON.stringify(watch);
  await trx
    .insertInto('watches')
    .values({
      id: watch.id,
      made: (latest?.made ?? 0) + 1,
      watch: text,
      since_sequence: await latestSequence(trx),
      reported_at_ms: watch.reportedAtMs,
    })
    // A report that was made while somebody edited the watch must not be forgotten, so that it is not made twice.
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ watch: text }))
    .execute();
  await writeAudit(trx, audit);
}

async function remove(trx: Transaction<Tables>, watchId: string, audit: AuditEntry): Promise<void> {
  await trx.deleteFrom('watches').where('id', '=', watchId).execute();
  await trx.deleteFrom('watch_hits').where('watch_id', '=', watchId).where('state', '=', 'pending').execute();
  await writeAudit(trx, audit);
}

async function hits(
  trx: Transaction<Tables>,
  { watchId, sinceMs }: { watchId: string | null; sinceMs: number },
): Promise<readonly WatchHitRecord[]> {
  const rows = await trx
    .selectFrom('watch_hits')
    .selectAll()
    .$if(watchId !== null, (query) => query.where('watch_id', '=', watchId ?? ''))
    .where('at_ms', '>=', sinceMs)
    .orderBy('at_ms', 'desc')
    .orderBy('sequence', 'desc')
    .orderBy('watch_id')
    .execute();
  return rows.map(hitOf);
}

async function report(
  trx: Transaction<Tables>,
  watchId: string,
  message: OwedMessage,
  atMs: number,
): Promise<void> {
  const row = await trx.selectFrom('watches').selectAll().where('id', '=', watchId).executeTakeFirst();
  if (!row || (row.reported_at_ms !== null && row.reported_at_ms >= atMs)) return;
  await owe(trx, watchOf(row).channel, [message], atMs);
  await trx.updateTable('watches').set({ reported_at_ms: atMs }).where('id', '=', watchId).execute();
}
