import type { Kysely, Transaction } from 'kysely';
import type { MatchStore, Unmatched } from '../../src/ports/match-store.ts';
import type { Tables } from './schema.ts';
import { keptArticleColumns, keptArticleOf, latestSequence } from './stored-article.ts';

export function matchStore(db: Kysely<Tables>): MatchStore {
  return {
    unmatched: (limit) => db.transaction().execute((trx) => unmatched(trx, limit)),
    commit: (matched) => db.transaction().execute((trx) => commit(trx, matched)),
  };
}

async function unmatched(trx: Transaction<Tables>, limit: number): Promise<Unmatched> {
  const cursor = await readCursor(trx);
  const rows = await trx
    .selectFrom('articles')
    .select(keptArticleColumns)
    .where('sequence', '>', cursor)
    .where('verdict', 'is not', null)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  // With fewer than asked for, what lies after the last of them is no report and is passed over too.
  const upTo = rows.length < limit ? await latestSequence(trx) : (rows.at(-1)?.sequence ?? cursor);
  return { cursor, upTo, articles: rows.map(keptArticleOf) };
}

async function commit(
  trx: Transaction<Tables>,
  { cursor, upTo, hits }: Parameters<MatchStore['commit']>[0],
): Promise<'committed' | 'stale'> {
  if ((await readCursor(trx)) !== cursor) return 'stale';
  const sinceOf = await sinceOfWatches(trx, hits.length > 0);
  for (const { watchId, sequence, storyId, atMs, matched } of hits) {
    const since = sinceOf.get(watchId);
    if (since === undefined || sequence <= since) continue;
    await trx
      .insertInto('watch_hits')
      .values({
        watch_id: watchId,
        sequence,
        story_id: storyId,
        at_ms: atMs,
        matched: JSON.stringify(matched),
        state: 'pending',
        remark: null,
        delivery_key: null,
      })
      .onConflict((conflict) => conflict.columns(['watch_id', 'sequence']).doNothing())
      .execute();
  }
  await trx.updateTable('cursors').set({ position: upTo }).where('name', '=', 'matches').execute();
  return 'committed';
}

/** The articles up to which the watches have looked; all of them where there is no watch. */
export async function matchedUpTo(trx: Transaction<Tables>): Promise<number> {
  const watch = await trx.selectFrom('watches').select('id').limit(1).executeTakeFirst();
  return watch ? await readCursor(trx) : await latestSequence(trx);
}

/** A clock that is set back must not make new articles older than a watch: their order tells. */
async function sinceOfWatches(
  trx: Transaction<Tables>,
  areNeeded: boolean,
): Promise<ReadonlyMap<string, number>> {
  if (!areNeeded) return new Map();
  const rows = await trx.selectFrom('watches').select(['id', 'since_sequence']).execute();
  return new Map(rows.map((row) => [row.id, row.since_sequence]));
}

async function readCursor(trx: Transaction<Tables>): Promise<number> {
  const row = await trx
    .selectFrom('cursors')
    .select('position')
    .where('name', '=', 'matches')
    .executeTakeFirstOrThrow();
  return row.position;
}
