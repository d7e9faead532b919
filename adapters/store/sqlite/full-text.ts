import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema.ts';

// All SQL that only SQLite understands stands in this file: full text (FTS5) and lists as parameters.

/** A sentence is also found by its article's title, at this weight to its own words' 1. */
const titleWeight = 0.3;

/**
 * Contentless: the words are only looked up, never read back. Tokens are written in hexadecimal, which FTS5's
 * ascii tokenizer takes as one word each: so case, diacritics, dots and Han characters stay exact, and
 * nothing in a query can be an operator. The counts of tokens stand beside, because FTS5's own vocabulary
 * table reads a word's whole list to count it (46 microseconds a word against 2, at 10,000 articles).
 */
export async function createFullText(trx: Transaction<Tables>): Promise<void> {
  await sql`create virtual table article_text using fts5(words, content='', tokenize='ascii')`.execute(trx);
  await sql`create virtual table sentence_text using fts5(words, title, content='', tokenize='ascii')`.execute(
    trx,
  );
  await sql`create table token_counts (
    token text primary key, article_count integer not null, sentence_count integer not null
  ) without rowid`.execute(trx);
}

export async function indexArticle(
  trx: Transaction<Tables>,
  sequence: number,
  tokens: readonly string[],
): Promise<void> {
  await sql`insert into article_text (rowid, words) values (${sequence}, ${wordsOf(tokens)})`.execute(trx);
}

export async function indexSentence(
  trx: Transaction<Tables>,
  sentence: {
    readonly sentenceId: number;
    readonly tokens: readonly string[];
    readonly titleTokens: readonly string[];
  },
): Promise<void> {
  await sql`insert into sentence_text (rowid, words, title)
    values (${sentence.sentenceId}, ${wordsOf(sentence.tokens)}, ${wordsOf(sentence.titleTokens)})`.execute(
    trx,
  );
}

/** Sequences of the articles that match any of the tokens, best first. */
export async function findArticles(
  trx: Transaction<Tables>,
  tokens: readonly string[],
  limit: number,
): Promise<readonly number[]> {
  if (tokens.length === 0) return [];
  const found = await sql<{ sequence: number }>`
    select rowid as sequence from article_text where article_text match ${anyOf(tokens)}
    order by bm25(article_text), rowid limit ${limit}`.execute(trx);
  return found.rows.map((row) => row.sequence);
}

export interface FoundSentence {
  readonly sequence: number;
  readonly position: number;
  /** Higher is better. */
  readonly rank: number;
}

/** The sentences that match any of the tokens, best first. */
export async function findSentences(
  trx: Transaction<Tables>,
  tokens: readonly string[],
  limit: number,
): Promise<readonly FoundSentence[]> {
  if (tokens.length === 0) return [];
  // `order by rank match` took half as long again as ordering by bm25() itself.
  const found = await sql<FoundSentence>`
    with best as materialized (
      select rowid as sentence_id, -bm25(sentence_text, 1.0, ${sql.lit(titleWeight)}) as score
      from sentence_text where sentence_text match ${anyOf(tokens)}
      order by score desc, rowid limit ${limit}
    )
    select sentences.sequence as sequence, sentences.position as position, best.score as rank
    from best join sentences on sentences.sentence_id = best.sentence_id
    order by best.score desc, best.sentence_id`.execute(trx);
  return found.rows;
}

/**
 * In how many articles or sentences each token stands. Every token asked for is a key, with 0 for one that stands
 * nowhere: a lookup of `constructor` must not find what every object inherits. SQLite builds the object:
 * a comparison asks for some 13,000 tokens (measured on 155 articles), too many to make a row of each.
 */
export async function tokenCounts(
  trx: Transaction<Tables>,
  tokens: Iterable<string>,
  column: 'article_count' | 'sentence_count',
): Promise<Readonly<Record<string, number>>> {
  const asked = JSON.stringify([...new Set(tokens)]);
  const found = await sql<{ counts: string }>`
    select json_group_object(asked.value, coalesce(${sql.ref(column)}, 0)) as counts
    from json_each(${asked}) as asked left join token_counts on token = asked.value`.execute(trx);
  return JSON.parse(found.rows[0]?.counts ?? '{}');
}

/** A list as one parameter, for `in`: thousands of single parameters are slow to compile. */
export function inList(values: readonly (string | number)[]) {
  return sql<string>`(select value from json_each(${JSON.stringify(values)}))`;
}

function wordsOf(tokens: readonly string[]): string {
  return tokens.map(hexOf).join(' ');
}

/** The query expression; every word is quoted and holds hexadecimal digits only. */
function anyOf(tokens: readonly string[]): string {
  return [...new Set(tokens)].map((token) => `"${hexOf(token)}"`).join(' OR ');
}

function hexOf(token: string): string {
  return Buffer.from(token, 'utf8').toString('hex');
}
