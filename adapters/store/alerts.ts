import { type Kysely, sql, type Transaction } from 'kysely';
import { channelKey } from '../../src/domain/channel-key.ts';
import type { WatchHit } from '../../src/domain/watch.ts';
import type { AlertDecision, AlertStore, PendingAlert } from '../../src/ports/alert-store.ts';
import { readChannel } from './channel-rows.ts';
import { notify } from './notify.ts';
import { owe } from './outbox.ts';
import { isToldFurther, savePostings, toldUpToOf } from './postings.ts';
import type { Tables } from './schema.ts';
import { articlesOfStories } from './stored-article.ts';
import type { WatchHitTable } from './watch-tables.ts';
import { hitOf, watchOf } from './watches.ts';

type HitKey = Pick<WatchHit, 'watchId' | 'sequence'>;

export function alertStore(db: Kysely<Tables>): AlertStore {
  return {
    pending: () => db.transaction().execute(pending),
    commit: (decision) => db.transaction().execute((trx) => commit(trx, decision)),
  };
}

async function pending(trx: Transaction<Tables>): Promise<readonly PendingAlert[]> {
  const rows = await trx
    .selectFrom('watch_hits')
    .innerJoin('watches', 'watches.id', 'watch_hits.watch_id')
    .selectAll('watch_hits')
    .select(['watches.watch', 'watches.reported_at_ms'])
    .where(sql<boolean>`watch_hits.state = 'pending'`)
    .orderBy('watch_hits.sequence')
    .orderBy('watches.made')
    .execute();
  const hits = rows.map((row) => ({ row, watch: watchOf(row) }));
  const articles = await articlesOfStories(trx, [...new Set(rows.map((row) => row.story_id))]);
  const toldOf = new Map<string, ReadonlyMap<string, number>>();
  for (const [place, together] of Map.groupBy(hits, ({ watch }) => channelKey(watch.channel))) {
    const ref = together[0]?.watch.channel;
    const storyIds = [...new Set(together.map(({ row }) => row.story_id))];
    if (ref) toldOf.set(place, await toldUpToOf(trx, ref, storyIds));
  }
  return hits.map(({ row, watch }) => {
    const { state: _state, remark: _remark, deliveryKey: _key, ...hit } = hitOf(row);
    const { storyId } = hit;
    const toldUpTo = toldOf.get(channelKey(watch.channel))?.get(storyId) ?? 0;
    return { hit, watch, story: { storyId, articles: articles.get(storyId) ?? [], toldUpTo } };
  });
}

async function commit(trx: Transaction<Tables>, decision: AlertDecision): Promise<'committed' | 'stale'> {
  await readChannel(trx, decision.channel);
  for (const hit of [...decision.told, ...decision.notTold]) {
    if ((await stateOf(trx, hit)) !== 'pending') return 'stale';
  }
  if (await isToldFurther(trx, decision.channel, decision.storiesToldUpTo)) return 'stale';
  await owe(trx, decision.channel, decision.messages, decision.decidedAtMs);
  await notify(trx, decision.notices, decision.decidedAtMs);
  await savePostings(trx, decision.postings);
  for (const hit of decision.told) {
    await settle(trx, hit, { state: 'told', remark: null, delivery_key: hit.deliveryKey });
  }
  for (const hit of decision.notTold) {
    await settle(trx, hit, { state: 'not_told', remark: hit.reason, delivery_key: null });
  }
  return 'committed';
}

async function stateOf(trx: Transaction<Tables>, hit: HitKey): Promise<WatchHitTable['state'] | null> {
  const row = await trx
    .selectFrom('watch_hits')
    .select('state')
    .where((eb) => eb.and({ watch_id: hit.watchId, sequence: hit.sequence }))
    .executeTakeFirst();
  return row?.state ?? null;
}

async function settle(
  trx: Transaction<Tables>,
  hit: HitKey,
  outcome: Pick<WatchHitTable, 'state' | 'remark' | 'delivery_key'>,
): Promise<void> {
  await trx
    .updateTable('watch_hits')
    .set(outcome)
    .where((eb) => eb.and({ watch_id: hit.watchId, sequence: hit.sequence }))
    .execute();
}
