import { type Kysely, sql, type Transaction } from 'kysely';
import type { Article } from '../../src/domain/article.ts';
import type { SentenceHit, SentenceIndex, SentenceSearch } from '../../src/ports/sentence-index.ts';
import type { Tables } from './schema.ts';
import { findSentences, inList, tokenCounts } from './sqlite/full-text.ts';

export function sentenceIndex(db: Kysely<Tables>): SentenceIndex {
  return { search: (query) => db.transaction().execute((trx) => search(trx, query)) };
}

async function search(
  trx: Transaction<Tables>,
  query: { tokens: readonly string[]; limit: number },
): Promise<SentenceSearch> {
  const found = await findSentences(trx, query.tokens, query.limit);
  const articles = await articlesBySequence(trx, new Set(found.map((sentence) => sentence.sequence)));
  const hits = found.flatMap(({ sequence, position, rank }): readonly SentenceHit[] => {
    const article = articles.get(sequence);
    return article ? [{ article, sentenceIndex: position, rank }] : [];
  });
  const sentenceCount = await trx
    .selectFrom('sentences')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    hits,
    sentenceCount: sentenceCount.count,
    sentenceFrequency: await tokenCounts(trx, query.tokens, 'sentence_count'),
  };
}

async function articlesBySequence(
  trx: Transaction<Tables>,
  sequences: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Article>> {
  const rows = await trx
    .selectFrom('articles')
    .select(['sequence', 'article'])
    .where(sql<boolean>`sequence in ${inList([...sequences])}`)
    .execute();
  return new Map(rows.map((row) => [row.sequence, JSON.parse(row.article)]));
}
