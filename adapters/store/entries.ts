import type { Kysely, Selectable, Transaction } from 'kysely';
import type { PendingEntry } from '../../src/domain/entry.ts';
import type { EntryStore } from '../../src/ports/entry-store.ts';
import type { EntryTable, Tables } from './schema.ts';

export function entryStore(db: Kysely<Tables>): EntryStore {
  return {
    claim: (request) => db.transaction().execute((trx) => claim(trx, request)),
    postpone: (entryId, retryAtMs, problem) =>
      db.transaction().execute((trx) => postpone(trx, entryId, retryAtMs, problem)),
    dismiss: (entryId, reason) => db.transaction().execute((trx) => settleEntry(trx, entryId, reason)),
    remark: (canonicalUrl) => db.transaction().execute((trx) => remark(trx, canonicalUrl)),
  };
}

/** The entry is done; `remark` says why or how. */
export async function settleEntry(trx: Transaction<Tables>, entryId: number, remark: string): Promise<void> {
  await trx
    .updateTable('entries')
    .set({ state: 'done', lease_until_ms: 0, remark })
    .where('entry_id', '=', entryId)
    .execute();
}

async function claim(
  trx: Transaction<Tables>,
  request: { nowMs: number; leaseMs: number; limit: number },
): Promise<readonly PendingEntry[]> {
  const rows = await trx
    .updateTable('entries')
    .set((eb) => ({ lease_until_ms: request.nowMs + request.leaseMs, attempts: eb('attempts', '+', 1) }))
    .where('entry_id', 'in', (eb) =>
      eb
        .selectFrom('entries')
        .select('entry_id')
        .where('state', '=', 'pending')
        .where('due_at_ms', '<=', request.nowMs)
        .where('lease_until_ms', '<=', request.nowMs)
        .orderBy('age_from_ms')
        .orderBy('entry_id')
        .limit(request.limit),
    )
    .returningAll()
    .execute();
  // `returning` promises no order.
  return rows
    .toSorted((a, b) => a.age_from_ms - b.age_from_ms || a.entry_id - b.entry_id)
    .map(pendingEntryOf);
}

async function postpone(
  trx: Transaction<Tables>,
  entryId: number,
  retryAtMs: number,
  problem: string,
): Promise<void> {
  await trx
    .updateTable('entries')
    .set({ due_at_ms: retryAtMs, lease_until_ms: 0, remark: problem })
    .where('entry_id', '=', entryId)
    .where('state', '=', 'pending')
    .execute();
}

async function remark(
  trx: Transaction<Tables>,
  canonicalUrl: string,
): Promise<{ readonly isDone: boolean; readonly remark: string | null } | null> {
  const row = await trx
    .selectFrom('entries')
    .select(['state', 'remark'])
    .where('canonical_url', '=', canonicalUrl)
    .orderBy('entry_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { isDone: row.state === 'done', remark: row.remark } : null;
}

function pendingEntryOf(row: Selectable<EntryTable>): PendingEntry {
  return {
    entryId: row.entry_id,
    sourceId: row.source_id,
    entry: JSON.parse(row.entry),
    attempts: row.attempts,
  };
}
