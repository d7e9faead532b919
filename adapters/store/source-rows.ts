import type { Selectable, Transaction } from 'kysely';
import type { SourceDefinition, SourceState } from '../../src/domain/source.ts';
import type { SourceTable, Tables } from './schema.ts';

export type SourceRow = Selectable<SourceTable>;

/** Adds the source, due now, or makes the row that there is this source. */
export async function saveSource(
  trx: Transaction<Tables>,
  row: SourceRow | undefined,
  source: SourceDefinition,
  { nowMs, addedBy }: { readonly nowMs: number; readonly addedBy: string | null },
): Promise<void> {
  if (row) await update(trx, row, source, { nowMs, addedBy });
  else await insert(trx, source, { nowMs, addedBy });
}

async function insert(
  trx: Transaction<Tables>,
  source: SourceDefinition,
  { nowMs, addedBy }: { readonly nowMs: number; readonly addedBy: string | null },
): Promise<void> {
  await trx
    .insertInto('sources')
    .values({
      id: source.id,
      name: source.name,
      definition: JSON.stringify(source),
      retired: 0,
      etag: null,
      last_modified: null,
      last_polled_at_ms: null,
      last_succeeded_at_ms: null,
      last_entry_at_ms: null,
      consecutive_failures: 0,
      last_problem: null,
      next_poll_at_ms: nowMs,
      lease_until_ms: 0,
      added_by: addedBy,
    })
    .execute();
}

async function update(
  trx: Transaction<Tables>,
  row: SourceRow,
  source: SourceDefinition,
  { nowMs, addedBy }: { readonly nowMs: number; readonly addedBy: string | null },
): Promise<void> {
  const before: SourceDefinition = JSON.parse(row.definition);
  const hasMoved = before.url !== source.url;
  const isDueAtOnce = hasMoved || row.retired === 1;
  await trx
    .updateTable('sources')
    .set({
      name: source.name,
      definition: JSON.stringify(source),
      retired: 0,
      added_by: addedBy,
      // Validators belong to an address: sent to another one they could bring a 304 for a feed never read.
      ...(hasMoved ? { etag: null, last_modified: null } : {}),
      ...(isDueAtOnce ? { next_poll_at_ms: nowMs } : {}),
    })
    .where('id', '=', source.id)
    .execute();
}

export function sourceStateOf(row: SourceRow): SourceState {
  return {
    source: JSON.parse(row.definition),
    validators: { etag: row.etag, lastModified: row.last_modified },
    health: {
      lastPolledAtMs: row.last_polled_at_ms,
      lastSucceededAtMs: row.last_succeeded_at_ms,
      lastEntryAtMs: row.last_entry_at_ms,
      consecutiveFailures: row.consecutive_failures,
      lastProblem: row.last_problem,
      nextPollAtMs: row.next_poll_at_ms,
    },
    ...(row.is_paused === 1 ? { isPaused: true } : {}),
    ...(row.added_by === null ? {} : { addedBy: JSON.parse(row.added_by) }),
  };
}
