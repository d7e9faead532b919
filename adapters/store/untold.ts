import type { Transaction } from 'kysely';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { KeptArticle } from '../../src/domain/story.ts';
import type { Untold } from '../../src/ports/digest-store.ts';
import { readChannel } from './channels.ts';
import type { Tables } from './schema.ts';
import { keptArticleColumns, keptArticleOf, latestSequence } from './stored-article.ts';

/** The stories with an untold article that was compared, in the order in which they began. */
export async function findUntold(
  trx: Transaction<Tables>,
  ref: ChannelRef,
  options: { all: boolean },
): Promise<Untold> {
  const channel = await readChannel(trx, ref);
  const toldUpTo = options.all ? 0 : channel.told_up_to;
  const rows = await trx
    .selectFrom('articles')
    .select(keptArticleColumns)
    .where('story_id', 'in', (eb) =>
      eb
        .selectFrom('articles as fresh')
        .select('fresh.story_id')
        .where('fresh.sequence', '>', toldUpTo)
        .where('fresh.verdict', 'is not', null)
        .where('fresh.story_id', 'is not', null),
    )
    .orderBy('sequence')
    .execute();
  const articlesOf = Map.groupBy(rows.map(keptArticleOf), (kept) => kept.storyId);
  return {
    upTo: await latestSequence(trx),
    stories: [...articlesOf].flatMap(([storyId, articles]) => storyOf(storyId, articles, toldUpTo)),
  };
}

function storyOf(storyId: string | null, articles: readonly KeptArticle[], toldUpTo: number) {
  return storyId === null ? [] : [{ storyId, articles, toldUpTo }];
}
