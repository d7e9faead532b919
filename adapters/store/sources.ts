import type { Kysely, Selectable, Transaction } from 'kysely';
import type { SourceDefinition, SourceState } from '../../src/domain/source.ts';
import type { SourceStore } from '../../src/ports/source-store.ts';
import { recordPoll } from './record-poll.ts';
import type { SourceTable, Tables } from './schema.ts';

export function sourceStore(db: Kysely<Tables>): SourceStore {
  return {
    register: (sources, nowMs) => db.transaction().execute((trx) => register(trx, sources, nowMs)),
    claim: (request) => db.transaction().execute((trx) => claim(trx, request)),
    recordPoll: (poll) => db.transaction().execute((trx) => recordPoll(trx, poll)),
    list: () => db.transaction().execute(list),
  };
}

async function register(
  trx: Transaction<Tables>,
  sources: readonly SourceDefinition[],
  nowMs: number,
): Promise<void> {
  const rows = await trx.selectFrom('sources').selectAll().execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  await trx.updateTable('sources').set({ retired: 1 }).execute();
  for (const source of sources) {
    const row = known.get(source.id);
    if (row) await update(trx, row, source, nowMs);
    else await insert(trx, source, nowMs);
  }
}

async function insert(trx: Transaction<Tables>, source: SourceDefinition, nowMs: number): Promise<void> {
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
    })
    .execute();
}

async function update(
  trx: Transaction<Tables>,
  row: Selectable<SourceTable>,
  source: SourceDefinition,
  nowMs: number,
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
      // Validators belong to an address: sent to another one they could bring a 304 for a feed never read.
      ...(hasMoved ? { etag: null, last_modified: null } : {}),
      ...(isDueAtOnce ? { next_poll_at_ms: nowMs } : {}),
    })
    .where('id', '=', source.id)
    .execute();
}

async function claim(
  trx: Transaction<Tables>,
  request: { nowMs: number; leaseMs: number; dueOnly: boolean },
): Promise<readonly SourceState[]> {
  const rows = await trx
    .updateTable('sources')
    .set({ lease_until_ms: request.nowMs + request.leaseMs })
    .where('retired', '=', 0)
    .where('lease_until_ms', '<=', request.nowMs)
    .$if(request.dueOnly, (query) => query.where('next_poll_at_ms', '<=', request.nowMs))
    .returningAll()
    .execute();
  return rows
    .toSorted((a, b) => a.next_poll_at_ms - b.next_poll_at_ms || (a.id < b.id ? -1 : 1))
    .map(stateOf);
}

async function list(trx: Transaction<Tables>): Promise<readonly SourceState[]> {
  const rows = await trx
    .selectFrom('sources')
    .selectAll()
    .where('retired', '=', 0)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(stateOf);
}

function stateOf(row: Selectable<SourceTable>): SourceState {
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
  };
}
