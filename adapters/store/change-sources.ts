import type { Transaction } from 'kysely';
import type { AuditEntry } from '../../src/domain/audit.ts';
import { feedAddress } from '../../src/domain/feed-address.ts';
import type { SourceAdder, SourceDefinition } from '../../src/domain/source.ts';
import { writeAudit } from './audit.ts';
import type { Tables } from './schema.ts';
import { saveSource } from './source-rows.ts';
import { StoreError } from './store-error.ts';

/** A source that comes back under its id keeps what it is known to have brought. */
export async function addSource(
  trx: Transaction<Tables>,
  source: SourceDefinition,
  audit: AuditEntry,
): Promise<void> {
  const rows = await trx.selectFrom('sources').selectAll().execute();
  const present = rows.filter(({ retired }) => retired === 0);
  const address = feedAddress(source.url);
  if (present.some(({ id, definition }) => id === source.id || addressIn(definition) === address)) {
    throw new StoreError(`${source.name} is a source already. "sources list" shows them all.`);
  }
  const { platform, workspaceId, personId, atMs } = audit;
  const adder: SourceAdder = { platform, workspaceId, personId };
  const row = rows.find(({ id }) => id === source.id);
  await saveSource(trx, row, source, { nowMs: atMs, addedBy: JSON.stringify(adder) });
  await setPaused(trx, source.id, { isPaused: false, nowMs: atMs });
  await writeAudit(trx, audit);
}

function addressIn(definition: string): string | null {
  const { url }: SourceDefinition = JSON.parse(definition);
  return feedAddress(url);
}

/** The row stays: entries are kept with the source that brought them. */
export async function removeSource(
  trx: Transaction<Tables>,
  sourceId: string,
  audit: AuditEntry,
): Promise<void> {
  const removed = await trx
    .updateTable('sources')
    .set({ retired: 1, added_by: null, is_paused: 0 })
    .where('id', '=', sourceId)
    .where('added_by', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (!removed) throw new StoreError(`There is no added source ${sourceId}. "sources list" shows them all.`);
  await writeAudit(trx, audit);
}

export async function pauseSource(
  trx: Transaction<Tables>,
  { source, isPaused }: { readonly source: SourceDefinition; readonly isPaused: boolean },
  audit: AuditEntry,
): Promise<void> {
  const row = await trx.selectFrom('sources').selectAll().where('id', '=', source.id).executeTakeFirst();
  if (row?.retired !== 0) await saveSource(trx, row, source, { nowMs: audit.atMs, addedBy: null });
  await setPaused(trx, source.id, { isPaused, nowMs: audit.atMs });
  await writeAudit(trx, audit);
}

/** Failures from before would be told at the foot of every digest, of a source that nobody asks. */
async function setPaused(
  trx: Transaction<Tables>,
  sourceId: string,
  { isPaused, nowMs }: { readonly isPaused: boolean; readonly nowMs: number },
): Promise<void> {
  await trx
    .updateTable('sources')
    .set({
      is_paused: isPaused ? 1 : 0,
      consecutive_failures: 0,
      last_problem: null,
      ...(isPaused ? {} : { next_poll_at_ms: nowMs }),
    })
    .where('id', '=', sourceId)
    .execute();
}
