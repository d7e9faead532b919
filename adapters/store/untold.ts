import type { Transaction } from 'kysely';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { Untold } from '../../src/ports/digest-store.ts';
import { readChannel } from './channel-rows.ts';
import { matchedUpTo } from './matches.ts';
import { lostNewsOf, toldOfStories } from './postings.ts';
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
  const lost = options.all ? new Map<string, number>() : await lostNewsOf(trx, ref);
  const latestOf = new Map([...(await latestIn(trx, [...lost.keys()], upTo)), ...fresh.map(entryOf)]);
  const told = options.all ? new Map<string, number>() : await toldOfStories(trx, ref, [...latestOf.keys()]);
  const toldUpTo = (storyId: string) => lost.get(storyId) ?? Math.max(cursor, told.get(storyId) ?? 0);
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

interface FreshRow {
  readonly story_id: string | null;
  readonly sequence: number;
}

function entryOf({ story_id: storyId, sequence }: FreshRow): readonly [string, number] {
  return [storyId ?? '', sequence];
}

/** The latest compared article of each of these stories; they are few. */
async function latestIn(
  trx: Transaction<Tables>,
  storyIds: readonly string[],
  upTo: number,
): Promise<readonly (readonly [string, number])[]> {
  if (storyIds.length === 0) return [];
  const rows = await trx
    .selectFrom('articles')
    .select(['story_id', 'sequence'])
    .where('story_id', 'in', storyIds)
    .where('sequence', '<=', upTo)
    .where('verdict', 'is not', null)
    .orderBy('sequence')
    .execute();
  return rows.map(entryOf);
}
