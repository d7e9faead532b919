import type { Transaction } from 'kysely';
import type { Entry } from '../../src/domain/entry.ts';
import { canonicalUrl } from '../../src/domain/text/canonical-url.ts';
import type { PollRecord } from '../../src/ports/source-store.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';

/** Entries, validators, health and the next poll in one transaction: a crash loses none and reads none twice. */
export async function recordPoll(
  trx: Transaction<Tables>,
  poll: PollRecord,
): Promise<{ newEntries: number }> {
  const source = await trx
    .selectFrom('sources')
    .select('consecutive_failures')
    .where('id', '=', poll.sourceId)
    .executeTakeFirst();
  if (!source) throw new StoreError(`There is no source ${poll.sourceId} whose poll could be recorded.`);

  let newEntries = 0;
  for (const entry of poll.entries) {
    if (await addEntry(trx, poll, entry)) newEntries += 1;
  }
  const hasSucceeded = poll.problem === null;
  await trx
    .updateTable('sources')
    .set({
      last_polled_at_ms: poll.atMs,
      last_problem: poll.problem,
      consecutive_failures: hasSucceeded ? 0 : source.consecutive_failures + 1,
      next_poll_at_ms: poll.nextPollAtMs,
      lease_until_ms: 0,
      ...(hasSucceeded ? { last_succeeded_at_ms: poll.atMs } : {}),
      ...(newEntries > 0 ? { last_entry_at_ms: poll.atMs } : {}),
      ...(poll.validators ? { etag: poll.validators.etag, last_modified: poll.validators.lastModified } : {}),
    })
    .where('id', '=', poll.sourceId)
    .execute();
  return { newEntries };
}

/** True when the entry was not known before. */
async function addEntry(trx: Transaction<Tables>, poll: PollRecord, entry: Entry): Promise<boolean> {
  const address = canonicalUrl(entry.url);
  if (address !== null && (await isKnownElsewhere(trx, poll.sourceId, address))) return false;
  const inserted = await trx
    .insertInto('entries')
    .values({
      source_id: poll.sourceId,
      key: entry.key,
      canonical_url: address,
      entry: JSON.stringify(entry),
      state: 'pending',
      attempts: 0,
      age_from_ms: Math.min(entry.publishedAt.epochMs ?? poll.atMs, poll.atMs),
      due_at_ms: poll.atMs,
      lease_until_ms: 0,
      remark: null,
    })
    .onConflict((conflict) => conflict.columns(['source_id', 'key']).doNothing())
    .returning('entry_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/**
 * Only other sources' entries count by their address. Within one source the key decides: there are feeds whose
 * items all link to places of one page, and these are different items.
 */
async function isKnownElsewhere(
  trx: Transaction<Tables>,
  sourceId: string,
  address: string,
): Promise<boolean> {
  const kept = await trx
    .selectFrom('articles')
    .select('sequence')
    .where('canonical_url', '=', address)
    .limit(1)
    .executeTakeFirst();
  if (kept) return true;
  const brought = await trx
    .selectFrom('entries')
    .select('entry_id')
    .where('canonical_url', '=', address)
    .where('source_id', '!=', sourceId)
    .limit(1)
    .executeTakeFirst();
  return brought !== undefined;
}
