import { type Kysely, sql, type Transaction } from 'kysely';
import type { StoryMaterial } from '../../src/domain/story.ts';
import type { StoryHeadlines, StoryStore } from '../../src/ports/story-store.ts';
import type { Tables } from './schema.ts';
import { articlesOfStories } from './stored-article.ts';

export function storyStore(db: Kysely<Tables>): StoryStore {
  return {
    headlines: (filter) => db.transaction().execute((trx) => headlines(trx, filter)),
    find: (storyId) => db.transaction().execute((trx) => find(trx, storyId)),
  };
}

/** An article as it names its story. */
interface TitleRow {
  readonly story_id: string;
  readonly title: string;
  readonly kept_at_ms: number;
  readonly last_sequence: number;
}

async function headlines(
  trx: Transaction<Tables>,
  { afterSequence, limit }: { afterSequence: number; limit: number },
): Promise<readonly StoryHeadlines[]> {
  // The title is taken out of the stored article by the database: all of it would be megabytes.
  const { rows } = await sql<TitleRow>`
    select a.story_id, a.article ->> 'title' as title, a.kept_at_ms, wanted.last_sequence
    from (
      select story_id, last_sequence from stories
      where last_sequence > ${afterSequence} order by last_sequence desc limit ${limit}
    ) wanted join articles a on a.story_id = wanted.story_id
    order by wanted.last_sequence desc, a.sequence`.execute(trx);
  return [...Map.groupBy(rows, (row) => row.story_id)].map(([storyId, articles]) => ({
    storyId,
    titles: [...new Set(articles.map(({ title }) => title))],
    firstKeptAtMs: Math.min(...articles.map((row) => row.kept_at_ms)),
    lastSequence: articles[0]?.last_sequence ?? 0,
  }));
}

async function find(trx: Transaction<Tables>, storyId: string): Promise<StoryMaterial | null> {
  const articles = (await articlesOfStories(trx, [storyId])).get(storyId);
  return articles ? { storyId, articles, toldUpTo: 0 } : null;
}
