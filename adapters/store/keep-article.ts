import type { Transaction } from 'kysely';
import type { KeepDecision, KeepOutcome } from '../../src/ports/article-store.ts';
import { settleEntry } from './entries.ts';
import type { Tables } from './schema.ts';
import { indexArticle, indexSentence } from './sqlite/full-text.ts';
import { latestSequence } from './stored-article.ts';

/** Rows of one insert statement; SQLite takes at most 32,766 parameters in one. */
const rowsPerInsert = 500;

/** Everything that belongs to a kept article, in the caller's one transaction. */
export async function keepArticle(trx: Transaction<Tables>, decision: KeepDecision): Promise<KeepOutcome> {
  if (await isKept(trx, decision.article.id)) {
    await settle(trx, decision, 'The article is kept already.');
    return { kind: 'known' };
  }
  if (decision.corpusVersion !== null && decision.corpusVersion !== (await latestSequence(trx))) {
    return { kind: 'stale' };
  }
  const tokens = [...decision.titleTokens, ...decision.sentenceTokens.flat()].filter((token) => token !== '');
  const sequence = await insertArticle(trx, decision, [...new Set(tokens)]);
  if (decision.storyId !== null) await extendStory(trx, decision.storyId, sequence);
  await insertBands(trx, decision.bands, sequence);
  await indexArticle(trx, sequence, tokens);
  await insertSentences(trx, decision, sequence);
  await countTokens(trx, new Set(tokens), decision.sentenceTokens);
  await settle(trx, decision, 'The article was kept.');
  return { kind: 'kept', sequence };
}

async function isKept(trx: Transaction<Tables>, id: string): Promise<boolean> {
  const row = await trx.selectFrom('articles').select('sequence').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

async function settle(trx: Transaction<Tables>, decision: KeepDecision, remark: string): Promise<void> {
  if (decision.entryId !== null) await settleEntry(trx, decision.entryId, remark);
}

async function insertArticle(
  trx: Transaction<Tables>,
  decision: KeepDecision,
  tokens: readonly string[],
): Promise<number> {
  const { article, comparison, relevance } = decision;
  const row = await trx
    .insertInto('articles')
    .values({
      id: article.id,
      kind: article.kind,
      canonical_url: decision.canonicalUrl,
      text_hash: decision.textHash,
      around_at_ms: article.publishedAt.epochMs ?? decision.keptAtMs,
      kept_at_ms: decision.keptAtMs,
      story_id: decision.storyId,
      verdict: comparison?.verdict ?? null,
      rule_version: comparison?.ruleVersion ?? null,
      article: JSON.stringify(article),
      relevance: relevance && JSON.stringify(relevance),
      comparison: comparison && JSON.stringify(comparison),
      tokens: JSON.stringify(tokens),
    })
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return row.sequence;
}

async function extendStory(trx: Transaction<Tables>, storyId: string, sequence: number): Promise<void> {
  await trx
    .insertInto('stories')
    .values({ story_id: storyId, first_sequence: sequence, last_sequence: sequence, article_count: 1 })
    .onConflict((conflict) =>
      conflict.column('story_id').doUpdateSet((eb) => ({
        last_sequence: sequence,
        article_count: eb('stories.article_count', '+', 1),
      })),
    )
    .execute();
}

async function insertBands(
  trx: Transaction<Tables>,
  bands: readonly string[],
  sequence: number,
): Promise<void> {
  const rows = [...new Set(bands)].map((band) => ({ band, sequence }));
  for (const chunk of chunksOf(rows)) await trx.insertInto('bands').values(chunk).execute();
}

async function insertSentences(
  trx: Transaction<Tables>,
  decision: KeepDecision,
  sequence: number,
): Promise<void> {
  const rows = decision.sentenceTokens.map((_, position) => ({ sequence, position }));
  for (const chunk of chunksOf(rows)) await trx.insertInto('sentences').values(chunk).execute();
  const stored = await trx
    .selectFrom('sentences')
    .select(['sentence_id', 'position'])
    .where('sequence', '=', sequence)
    .orderBy('position')
    .execute();
  for (const { sentence_id: sentenceId, position } of stored) {
    const tokens = decision.sentenceTokens[position] ?? [];
    await indexSentence(trx, { sentenceId, tokens, titleTokens: decision.titleTokens });
  }
}

async function countTokens(
  trx: Transaction<Tables>,
  tokens: ReadonlySet<string>,
  sentenceTokens: readonly (readonly string[])[],
): Promise<void> {
  const sentenceCounts = new Map<string, number>();
  for (const sentence of sentenceTokens) {
    for (const token of new Set(sentence)) sentenceCounts.set(token, (sentenceCounts.get(token) ?? 0) + 1);
  }
  const rows = [...tokens].map((token) => ({
    token,
    article_count: 1,
    sentence_count: sentenceCounts.get(token) ?? 0,
  }));
  for (const chunk of chunksOf(rows)) {
    await trx
      .insertInto('token_counts')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.column('token').doUpdateSet((eb) => ({
          article_count: eb('token_counts.article_count', '+', eb.ref('excluded.article_count')),
          sentence_count: eb('token_counts.sentence_count', '+', eb.ref('excluded.sentence_count')),
        })),
      )
      .execute();
  }
}

function chunksOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const count = Math.ceil(rows.length / rowsPerInsert);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * rowsPerInsert, (index + 1) * rowsPerInsert),
  );
}
