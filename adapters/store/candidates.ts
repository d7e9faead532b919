import { sql, type Transaction } from 'kysely';
import type { Known } from '../../src/domain/known.ts';
import type { Candidates, ComparisonProbe } from '../../src/ports/article-store.ts';
import type { Tables } from './schema.ts';
import { findArticles, inList, tokenCounts } from './sqlite/full-text.ts';
import { keptArticleColumns, keptArticleOf, latestSequence } from './stored-article.ts';

/**
 * How many articles each way of looking may bring. The first three mostly bring none or one; their caps hold
 * off a feed that repeats one text or one address every day.
 */
const caps = { sameUrl: 50, sameText: 50, sharedBand: 100, fullText: 40, nearInTime: 150 } as const;

/** Every article that the probe could tell the same of, in the order of keeping, each once. */
export async function findCandidates(trx: Transaction<Tables>, probe: ComparisonProbe): Promise<Candidates> {
  const sequences = new Set([
    ...(await withSameUrl(trx, probe)),
    ...(await withSameText(trx, probe)),
    ...(await withSharedBand(trx, probe)),
    ...(await findArticles(trx, probe.tokens, caps.fullText)),
    ...(await nearInTime(trx, probe)),
  ]);
  const rows = await trx
    .selectFrom('articles')
    .select([...keptArticleColumns, 'tokens'])
    .where(sql<boolean>`sequence in ${inList([...sequences])}`)
    .orderBy('sequence')
    .execute();
  const tokens = new Set(probe.tokens);
  for (const row of rows) {
    const rowTokens: string[] = JSON.parse(row.tokens);
    for (const token of rowTokens) tokens.add(token);
  }
  const documentCount = await trx
    .selectFrom('articles')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const known: Known = {
    articles: rows.map(keptArticleOf),
    documentCount: documentCount.count,
    documentFrequency: await tokenCounts(trx, tokens, 'article_count'),
  };
  return { corpusVersion: await latestSequence(trx), knownJson: JSON.stringify(known) };
}

async function withSameUrl(trx: Transaction<Tables>, probe: ComparisonProbe): Promise<readonly number[]> {
  if (probe.canonicalUrl === null) return [];
  const rows = await trx
    .selectFrom('articles')
    .select('sequence')
    .where('canonical_url', '=', probe.canonicalUrl)
    .orderBy('sequence', 'desc')
    .limit(caps.sameUrl)
    .execute();
  return rows.map((row) => row.sequence);
}

async function withSameText(trx: Transaction<Tables>, probe: ComparisonProbe): Promise<readonly number[]> {
  const rows = await trx
    .selectFrom('articles')
    .select('sequence')
    .where('text_hash', '=', probe.textHash)
    .orderBy('sequence', 'desc')
    .limit(caps.sameText)
    .execute();
  return rows.map((row) => row.sequence);
}

async function withSharedBand(trx: Transaction<Tables>, probe: ComparisonProbe): Promise<readonly number[]> {
  if (probe.bands.length === 0) return [];
  const rows = await trx
    .selectFrom('bands')
    .select('sequence')
    .where(sql<boolean>`band in ${inList(probe.bands)}`)
    .groupBy('sequence')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('sequence', 'desc')
    .limit(caps.sharedBand)
    .execute();
  return rows.map((row) => row.sequence);
}

async function nearInTime(trx: Transaction<Tables>, probe: ComparisonProbe): Promise<readonly number[]> {
  if (probe.aroundMs === null) return [];
  const rows = await trx
    .selectFrom('articles')
    .select('sequence')
    .where('around_at_ms', '>=', probe.aroundMs - probe.windowMs)
    .where('around_at_ms', '<=', probe.aroundMs + probe.windowMs)
    .orderBy(sql`abs(around_at_ms - ${probe.aroundMs})`)
    .orderBy('sequence', 'desc')
    .limit(caps.nearInTime)
    .execute();
  return rows.map((row) => row.sequence);
}
