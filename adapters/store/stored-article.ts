import { type Selectable, sql, type Transaction } from 'kysely';
import type { KeptArticle } from '../../src/domain/story.ts';
import type { ArticleTable, Tables } from './schema.ts';
import { inList } from './sqlite/full-text.ts';

/** The columns that make a kept article again. */
export const keptArticleColumns = [
  'sequence',
  'kept_at_ms',
  'story_id',
  'article',
  'relevance',
  'comparison',
] as const;

export function keptArticleOf(
  row: Pick<Selectable<ArticleTable>, (typeof keptArticleColumns)[number]>,
): KeptArticle {
  return {
    article: JSON.parse(row.article),
    sequence: row.sequence,
    keptAtMs: row.kept_at_ms,
    storyId: row.story_id,
    comparison: row.comparison === null ? null : JSON.parse(row.comparison),
    relevance: row.relevance === null ? null : JSON.parse(row.relevance),
  };
}

/** The highest sequence given so far, 0 while nothing is kept. Articles are never removed, so it only grows. */
export async function latestSequence(trx: Transaction<Tables>): Promise<number> {
  const row = await trx
    .selectFrom('articles')
    .select((eb) => eb.fn.max('sequence').as('latest'))
    .executeTakeFirst();
  return row?.latest ?? 0;
}

/** Every kept article of each story, in the order of keeping. */
export async function articlesOfStories(
  trx: Transaction<Tables>,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptArticle[]>> {
  if (storyIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('articles')
    .select(keptArticleColumns)
    .where(sql<boolean>`story_id in ${inList(storyIds)}`)
    .orderBy('sequence')
    .execute();
  return Map.groupBy(rows.map(keptArticleOf), ({ storyId }) => storyId ?? '');
}
