import type { Transaction } from 'kysely';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { Untold } from '../../src/ports/digest-store.ts';
import { readChannel } from './channel-rows.ts';
import { matchedUpTo } from './matches.ts';
import { toldOfStories } from './postings.ts';
import type { Tables } from './schema.ts';
import { articlesOfStories, latestSequence } from './stored-article.ts';

/** The stories with an untold article that was compared, in the order in which they began. */
export async function findUntold(
  trx: Transaction<Tables>,
  ref: ChannelRef,
  options: { all: boolean; matchedOnly?: boolean },
): Promise<Untold> {
  const channel = await readChannel(trx, ref);
  const cursor = options.all ? 0 : channel.told_up_to;
  const upTo = options.matchedOnly ? await matchedUpTo(trx) : await latestSequence(trx);
  // Grouped by story, the database would read the whole corpus for it, in each channel's every look.
  const fresh = await trx
    .selectFrom('articles')
    .select(['story_id', 'sequence'])
    .where('sequence', '>', cursor)
    .where('sequence', '<=', upTo)
    .where('verdict', 'is not', null)
    .where('story_id', 'is not', null)
    .orderBy('sequence')
    .execute();
  const latestOf = new Map(fresh.map((row) => [row.story_id ?? '', row.sequence]));
  const told = options.all ? new Map<string, number>() : await toldOfStories(trx, ref, [...latestOf.keys()]);
  const toldUpTo = (storyId: string) => Math.max(cursor, told.get(storyId) ?? 0);
  const untold = [...latestOf.keys()].filter((id) => (latestOf.get(id) ?? 0) > toldUpTo(id));
  const articles = await articlesOfStories(trx, untold);
  return {
    // Never back: a channel that was told of everything at once may be ahead of the watches.
    upTo: Math.max(cursor, upTo),
    stories: [...articles].map(([storyId, kept]) => ({
      storyId,
      articles: kept.filter(({ sequence }) => sequence <= upTo),
      toldUpTo: toldUpTo(storyId),
    })),
  };
}
