import { sql, type Transaction } from 'kysely';
import { channelKeyOf, channelRefOf } from './channel-rows.ts';
import type { DeliveryRow } from './delivery-rows.ts';
import { dropPlaces } from './postings.ts';
import type { Tables } from './schema.ts';

/**
 * A message was refused since what it belongs to was taken away: no story has its place there any more. What an update was
 * to tell is untold again, once, however often somebody tries that update again: when its story stands there no more, it
 * was untold before.
 */
export async function untellLost(trx: Transaction<Tables>, row: DeliveryRow): Promise<void> {
  const target = row.revises ?? row.thread_of;
  if (target === null) return;
  const { update_of: storyId, told_before: toldUpTo } = row;
  const standing = await trx
    .selectFrom('postings')
    .select('story_id')
    .where((eb) => eb.and({ ...channelKeyOf(channelRefOf(row)), thread_key: target }))
    .where('story_id', '=', storyId ?? '')
    .executeTakeFirst();
  await dropPlaces(trx, [target]);
  if (!standing || storyId === null || toldUpTo === null) return;
  await trx
    .insertInto('untold_news')
    .values({ ...channelKeyOf(channelRefOf(row)), story_id: storyId, told_up_to: toldUpTo })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'workspace_id', 'channel_id', 'story_id']).doUpdateSet({
        told_up_to: sql`min(untold_news.told_up_to, excluded.told_up_to)`,
      }),
    )
    .execute();
}
