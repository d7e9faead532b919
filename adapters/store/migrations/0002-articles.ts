import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import { createFullText } from '../sqlite/full-text.ts';
import type { Migration } from './migration.ts';

export const articles: Migration = {
  version: 2,
  async apply(trx) {
    await createArticles(trx);
    await createLookups(trx);
    await createFullText(trx);
  },
};

async function createArticles(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('stories')
    .addColumn('story_id', 'text', (column) => column.primaryKey())
    .addColumn('first_sequence', 'integer', (column) => column.notNull())
    .addColumn('last_sequence', 'integer', (column) => column.notNull())
    .addColumn('article_count', 'integer', (column) => column.notNull())
    .execute();
  await trx.schema
    .createTable('articles')
    .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('canonical_url', 'text')
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('around_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('kept_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('story_id', 'text')
    .addColumn('verdict', 'text')
    .addColumn('rule_version', 'text')
    .addColumn('article', 'text', (column) => column.notNull())
    .addColumn('relevance', 'text')
    .addColumn('comparison', 'text')
    .addColumn('tokens', 'text', (column) => column.notNull())
    .execute();
  for (const column of ['canonical_url', 'text_hash', 'around_at_ms', 'story_id'] as const) {
    await trx.schema.createIndex(`articles_by_${column}`).on('articles').column(column).execute();
  }
}

async function createLookups(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('bands')
    .addColumn('band', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull().references('articles.sequence'))
    .addPrimaryKeyConstraint('bands_primary_key', ['band', 'sequence'])
    .execute();
  await trx.schema
    .createTable('sentences')
    .addColumn('sentence_id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('sequence', 'integer', (column) => column.notNull().references('articles.sequence'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addUniqueConstraint('sentences_by_place', ['sequence', 'position'])
    .execute();
}
