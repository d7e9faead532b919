import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import type { Migration } from './migration.ts';

export const workspacesAndConversations: Migration = {
  version: 6,
  async apply(trx) {
    await completeChannels(trx);
    await completeDeliveries(trx);
    await trx.schema.alterTable('watch_hits').addColumn('delivery_key', 'text').execute();
    await createWorkspaces(trx);
    await createFeedback(trx);
    await createConversations(trx);
    // Of whom a notice about a watch or a channel is for is asked by subject.
    await trx.schema
      .createIndex('audit_by_subject')
      .on('audit')
      .columns(['platform', 'workspace_id', 'subject', 'audit_id'])
      .execute();
  },
};

/**
 * Channels had English words; with the same said of their configuration, it is no change that a channel's own language
 * gives way to.
 */
async function completeChannels(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .alterTable('channels')
    .addColumn('is_listed', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await sql`update channels set settings = json_set(settings, '$.language', 'en'),
    configured = json_set(configured, '$.language', 'en')`.execute(trx);
}

/** When an old delivery was decided is not known any more; when it was due last comes nearest. */
async function completeDeliveries(trx: Transaction<Tables>): Promise<void> {
  const add = (column: 'decided_at_ms' | 'is_discarded') =>
    trx.schema
      .alterTable('deliveries')
      .addColumn(column, column === 'decided_at_ms' ? 'bigint' : 'integer', (definition) =>
        definition.notNull().defaultTo(0),
      )
      .execute();
  await add('decided_at_ms');
  await add('is_discarded');
  await trx.schema.alterTable('deliveries').addColumn('update_of', 'text').execute();
  await sql`update deliveries set decided_at_ms = due_at_ms,
    is_discarded = case when state = 'dead' and last_problem like 'Discarded by %' then 1 else 0 end,
    update_of = case when revises is null and json_extract(document, '$.kind') = 'update'
      then json_extract(document, '$.story.storyId') end`.execute(trx);
  // Only what is asked for stands in these two, however much was ever posted.
  await sql`create index deliveries_of_updates on deliveries (platform, workspace_id, channel_id, decided_at_ms)
    where update_of is not null`.execute(trx);
  await sql`create index deliveries_dead on deliveries (settled_at_ms) where state = 'dead'`.execute(trx);
}

async function createWorkspaces(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('workspaces')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('workspaces_primary_key', ['platform', 'workspace_id'])
    .execute();
  await trx.schema
    .createTable('installations')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('installed_by', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('installations_primary_key', ['platform', 'workspace_id'])
    .execute();
}

async function createFeedback(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('feedback')
    .addColumn('feedback_id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject_key', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('says', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('feedback_said_once', [
      'platform',
      'workspace_id',
      'kind',
      'subject_key',
      'person_id',
      'says',
    ])
    .execute();
  await trx.schema
    .createIndex('feedback_by_workspace')
    .on('feedback')
    .columns(['platform', 'workspace_id', 'feedback_id'])
    .execute();
}

async function createConversations(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('questions')
    .addColumn('question_id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .execute();
  await trx.schema
    .createIndex('questions_by_conversation')
    .on('questions')
    .columns(['platform', 'workspace_id', 'conversation_id', 'question_id'])
    .execute();
  await trx.schema
    .createTable('actions')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .execute();
  await trx.schema
    .createTable('events')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('events_primary_key', ['platform', 'event_id'])
    .execute();
  for (const table of ['questions', 'actions', 'events']) {
    await trx.schema.createIndex(`${table}_by_time`).on(table).column('at_ms').execute();
  }
}
