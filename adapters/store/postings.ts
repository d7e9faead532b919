import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { Posting } from '../../src/domain/posting.ts';
import type { PostedStory, PostingStore, UpdateDecision } from '../../src/ports/posting-store.ts';
import { channelKeyOf, channelRefOf, findChannel, readChannel } from './channel-rows.ts';
import { notify } from './notify.ts';
import { owe } from './outbox.ts';
import type { Tables } from './schema.ts';
import { inList } from './sqlite/full-text.ts';
import { greatest } from './sqlite/greatest.ts';
import { articlesOfStories } from './stored-article.ts';
import { findToldUpdates } from './told-updates.ts';
import type { PostingTable } from './watch-tables.ts';

export function postingStore(db: Kysely<Tables>): PostingStore {
  return {
    moved: (filter) => db.transaction().execute((trx) => moved(trx, filter.postedSinceMs)),
    toldSince: (ref, sinceMs) => db.transaction().execute((trx) => findToldUpdates(trx, ref, sinceMs)),
    commit: (decision) => db.transaction().execute((trx) => commit(trx, decision)),
  };
}

/** The latest place of a story in a channel is the one that later facts go to; what was told stays told. */
export async function savePostings(trx: Transaction<Tables>, postings: readonly Posting[]): Promise<void> {
  for (const posting of postings) {
    const place = {
      item_key: posting.itemKey,
      thread_key: posting.threadKey,
      rank: posting.rank,
      posted_at_ms: posting.postedAtMs,
    };
    await trx
      .insertInto('postings')
      .values({
        ...channelKeyOf(posting.channel),
        ...place,
        story_id: posting.storyId,
        told_up_to: posting.toldUpTo,
      })
      .onConflict((conflict) =>
        conflict.columns(['platform', 'workspace_id', 'channel_id', 'story_id']).doUpdateSet({
          ...place,
          told_up_to: greatest(sql.ref('postings.told_up_to'), sql.ref('excluded.told_up_to')),
        }),
      )
      .execute();
    await tellAnew(trx, posting.channel, [posting.storyId]);
  }
}

/** How far a channel was told of each of these stories that stands in it. */
export async function toldOfStories(
  trx: Transaction<Tables>,
  ref: ChannelRef,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (storyIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('postings')
    .select(['story_id', 'told_up_to'])
    .where((eb) => eb.and({ ...channelKeyOf(ref) }))
    .where(sql<boolean>`story_id in ${inList(storyIds)}`)
    .execute();
  return new Map(rows.map((row) => [row.story_id, row.told_up_to]));
}

/**
 * How far a channel was told of each of these stories, by its cursor or where they stand, but of those whose news was
 * lost; 0 before it is set up.
 */
export async function toldUpToOf(
  trx: Transaction<Tables>,
  ref: ChannelRef,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const cursor = (await findChannel(trx, ref))?.told_up_to ?? 0;
  const told = await toldOfStories(trx, ref, storyIds);
  const lost = await lostNewsOf(trx, ref);
  return new Map(
    storyIds.map((storyId) => [storyId, lost.get(storyId) ?? Math.max(cursor, told.get(storyId) ?? 0)]),
  );
}

/** Stories whose latest news was lost on the way to a channel, with how far it was told of them. */
export async function lostNewsOf(
  trx: Transaction<Tables>,
  ref: ChannelRef,
): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('untold_news')
    .select(['story_id', 'told_up_to'])
    .where((eb) => eb.and({ ...channelKeyOf(ref) }))
    .execute();
  return new Map(rows.map((row) => [row.story_id, row.told_up_to]));
}

/** These stories are being told to a channel whole: nothing of them is lost any more. */
export async function tellAnew(
  trx: Transaction<Tables>,
  ref: ChannelRef,
  storyIds: readonly string[],
): Promise<void> {
  if (storyIds.length === 0) return;
  await trx
    .deleteFrom('untold_news')
    .where((eb) => eb.and({ ...channelKeyOf(ref) }))
    .where('story_id', 'in', storyIds)
    .execute();
}

/** Whether somebody else told the channel more of one of these stories since that was read. */
export async function isToldFurther(
  trx: Transaction<Tables>,
  ref: ChannelRef,
  storiesToldUpTo: Readonly<Record<string, number>>,
): Promise<boolean> {
  const read = Object.entries(storiesToldUpTo);
  if (read.length === 0) return false;
  const told = await toldUpToOf(trx, ref, Object.keys(storiesToldUpTo));
  return read.some(([storyId, toldUpTo]) => (told.get(storyId) ?? 0) > toldUpTo);
}

/** The places of given up messages: a story has none in a thread that does not stand. */
export async function dropPlaces(trx: Transaction<Tables>, keys: readonly string[]): Promise<void> {
  await trx.deleteFrom('postings').where('thread_key', 'in', keys).execute();
  await trx.updateTable('postings').set({ item_key: null }).where('item_key', 'in', keys).execute();
}

async function moved(trx: Transaction<Tables>, postedSinceMs: number): Promise<readonly PostedStory[]> {
  const rows = await trx
    .selectFrom('postings')
    .innerJoin('channels', (join) =>
      join
        .onRef('channels.platform', '=', 'postings.platform')
        .onRef('channels.workspace_id', '=', 'postings.workspace_id')
        .onRef('channels.channel_id', '=', 'postings.channel_id'),
    )
    .innerJoin('stories', 'stories.story_id', 'postings.story_id')
    .leftJoin('deliveries', 'deliveries.key', 'postings.item_key')
    .selectAll('postings')
    .select(['channels.told_up_to as channel_told_up_to', 'deliveries.document as item'])
    .where('postings.posted_at_ms', '>=', postedSinceMs)
    .whereRef('stories.last_sequence', '>', 'postings.told_up_to')
    .whereRef('stories.last_sequence', '>', 'channels.told_up_to')
    .orderBy('postings.posted_at_ms')
    .orderBy('postings.story_id')
    .execute();
  const articles = await articlesOfStories(
    trx,
    rows.map((row) => row.story_id),
  );
  return rows.flatMap((row): readonly PostedStory[] => {
    const story = articles.get(row.story_id);
    if (!story) return [];
    const toldUpTo = Math.max(row.told_up_to, row.channel_told_up_to);
    const item = row.item === null ? null : JSON.parse(row.item);
    return [{ posting: postingOf(row), item, story: { storyId: row.story_id, articles: story, toldUpTo } }];
  });
}

async function commit(trx: Transaction<Tables>, decision: UpdateDecision): Promise<'committed' | 'stale'> {
  const { channel, storyId } = decision;
  await readChannel(trx, channel);
  const stands = await toldOfStories(trx, channel, [storyId]);
  if (!stands.has(storyId)) return 'stale';
  if (await isToldFurther(trx, channel, { [storyId]: decision.toldUpToBefore })) return 'stale';
  await owe(trx, channel, decision.messages, decision.decidedAtMs);
  await rememberToldBefore(trx, decision);
  await notify(trx, decision.notices, decision.decidedAtMs);
  await trx
    .updateTable('postings')
    .set({ told_up_to: decision.toldUpTo })
    .where((eb) => eb.and({ ...channelKeyOf(channel), story_id: storyId }))
    .execute();
  return 'committed';
}

/** Should the thread be gone when they are sent, the news is untold as far as that. */
async function rememberToldBefore(
  trx: Transaction<Tables>,
  { messages, toldUpToBefore }: UpdateDecision,
): Promise<void> {
  const keys = messages.map(({ key }) => key);
  if (keys.length === 0) return;
  await trx
    .updateTable('deliveries')
    .set({ told_before: toldUpToBefore })
    .where('key', 'in', keys)
    .where('update_of', 'is not', null)
    .execute();
}

function postingOf(row: Selectable<PostingTable>): Posting {
  return {
    channel: channelRefOf(row),
    storyId: row.story_id,
    itemKey: row.item_key,
    threadKey: row.thread_key,
    rank: row.rank,
    toldUpTo: row.told_up_to,
    postedAtMs: row.posted_at_ms,
  };
}
