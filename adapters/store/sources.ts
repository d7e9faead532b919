import type { Kysely, Transaction } from 'kysely';
import { feedAddress } from '../../src/domain/feed-address.ts';
import type { SourceDefinition, SourceState } from '../../src/domain/source.ts';
import type { SourceStore } from '../../src/ports/source-store.ts';
import { addSource, pauseSource, removeSource } from './change-sources.ts';
import { recordPoll } from './record-poll.ts';
import type { Tables } from './schema.ts';
import { type SourceRow, saveSource, sourceStateOf } from './source-rows.ts';

export function sourceStore(db: Kysely<Tables>): SourceStore {
  return {
    register: (sources, nowMs) => db.transaction().execute((trx) => register(trx, sources, nowMs)),
    claim: (request) => db.transaction().execute((trx) => claim(trx, request)),
    recordPoll: (poll) => db.transaction().execute((trx) => recordPoll(trx, poll)),
    list: () => db.transaction().execute(list),
    add: (source, audit) => db.transaction().execute((trx) => addSource(trx, source, audit)),
    remove: (sourceId, audit) => db.transaction().execute((trx) => removeSource(trx, sourceId, audit)),
    pause: (pause, audit) => db.transaction().execute((trx) => pauseSource(trx, pause, audit)),
  };
}

async function register(
  trx: Transaction<Tables>,
  sources: readonly SourceDefinition[],
  nowMs: number,
): Promise<void> {
  const rows = await trx.selectFrom('sources').selectAll().execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  await trx.updateTable('sources').set({ retired: 1 }).where('added_by', 'is', null).execute();
  await giveUpAdded(trx, rows, sources);
  for (const source of sources) {
    await saveSource(trx, known.get(source.id), source, { nowMs, addedBy: null });
  }
}

/** What is configured and added would be asked twice. */
async function giveUpAdded(
  trx: Transaction<Tables>,
  rows: readonly SourceRow[],
  configured: readonly SourceDefinition[],
): Promise<void> {
  const addresses = new Set(configured.map(({ url }) => feedAddress(url)));
  const twice = rows
    .filter((row) => row.added_by !== null && addresses.has(feedAddress(sourceStateOf(row).source.url)))
    .map(({ id }) => id);
  if (twice.length === 0) return;
  await trx.updateTable('sources').set({ retired: 1, added_by: null }).where('id', 'in', twice).execute();
}

async function claim(
  trx: Transaction<Tables>,
  request: { nowMs: number; leaseMs: number; dueOnly: boolean },
): Promise<readonly SourceState[]> {
  const rows = await trx
    .updateTable('sources')
    .set({ lease_until_ms: request.nowMs + request.leaseMs })
    .where('retired', '=', 0)
    .where('is_paused', '=', 0)
    .where('lease_until_ms', '<=', request.nowMs)
    .$if(request.dueOnly, (query) => query.where('next_poll_at_ms', '<=', request.nowMs))
    .returningAll()
    .execute();
  return rows
    .toSorted((a, b) => a.next_poll_at_ms - b.next_poll_at_ms || (a.id < b.id ? -1 : 1))
    .map(sourceStateOf);
}

async function list(trx: Transaction<Tables>): Promise<readonly SourceState[]> {
  const rows = await trx
    .selectFrom('sources')
    .selectAll()
    .where('retired', '=', 0)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(sourceStateOf);
}
