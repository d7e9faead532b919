import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import { latestSequence } from '../stored-article.ts';
import type { Migration } from './migration.ts';

type ChannelColumn = 'platform' | 'workspace_id' | 'channel_id';

const channelKey: ChannelColumn[] = ['platform', 'workspace_id', 'channel_id'];

export const watchesAndPostings: Migration = {
  version: 5,
  async apply(trx) {
    await createWatches(trx);
    await createPostings(trx);
    await createAudit(trx);
  },
};

async function createWatches(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('watches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('made', 'integer', (column) => column.notNull())
    .addColumn('watch', 'text', (column) => column.notNull())
    .addColumn('since_sequence', 'integer', (column) => column.notNull())
    .addColumn('reported_at_ms', 'bigint')
    .execute();
  await trx.schema
    .createTable('watch_hits')
    .addColumn('watch_id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull().references('articles.sequence'))
    .addColumn('story_id', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('matched', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('remark', 'text')
    .addPrimaryKeyConstraint('watch_hits_primary_key', ['watch_id', 'sequence'])
    .execute();
  await sql`create index watch_hits_pending on watch_hits (sequence) where state = 'pending'`.execute(trx);
  await trx.schema.createIndex('watch_hits_by_time').on('watch_hits').column('at_ms').execute();
  await trx.schema
    .createTable('cursors')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('position', 'integer', (column) => column.notNull())
    .execute();
  // What was kept before there were watches is not matched: it would flood the first of them.
  const position = await latestSequence(trx);
  await trx.insertInto('cursors').values({ name: 'matches', position }).execute();
}

async function createPostings(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('postings')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('story_id', 'text', (column) => column.notNull())
    .addColumn('item_key', 'text')
    .addColumn('thread_key', 'text', (column) => column.notNull())
    .addColumn('rank', 'integer', (column) => column.notNull())
    .addColumn('told_up_to', 'integer', (column) => column.notNull())
    .addColumn('posted_at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('postings_primary_key', [...channelKey, 'story_id'])
    .addForeignKeyConstraint('postings_of_channel', channelKey, 'channels', channelKey)
    .execute();
  await trx.schema.createIndex('postings_by_time').on('postings').column('posted_at_ms').execute();
  await trx.schema
    .createTable('follows')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('follows_primary_key', [
      ...channelKey,
      'kind',
      'subject_kind',
      'subject_id',
      'person_id',
    ])
    .execute();
}

async function createAudit(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('audit')
    .addColumn('audit_id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .execute();
  await trx.schema
    .createIndex('audit_by_workspace')
    .on('audit')
    .columns(['platform', 'workspace_id', 'audit_id'])
    .execute();
}
