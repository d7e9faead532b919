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
  for (const { watchId, sequence, storyId, atMs, matched } of hits) {
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
      })
      .onConflict((conflict) => conflict.columns(['watch_id', 'sequence']).doNothing())
      .execute();
  }
  await trx.updateTable('cursors').set({ position: upTo }).where('name', '=', 'matches').execute();
  return 'committed';
}

async function readCursor(trx: Transaction<Tables>): Promise<number> {
  const row = await trx
    .selectFrom('cursors')
    .select('position')
    .where('name', '=', 'matches')
    .executeTakeFirstOrThrow();
  return row.position;
}
