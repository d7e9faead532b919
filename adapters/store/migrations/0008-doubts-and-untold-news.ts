import { sql } from 'kysely';
import type { Migration } from './migration.ts';

export const doubtsAndUntoldNews: Migration = {
  version: 8,
  async apply(trx) {
    await trx.schema.alterTable('deliveries').addColumn('first_tried_at_ms', 'integer').execute();
    // Until now, whatever was tried more than once was looked for.
    await trx
      .updateTable('deliveries')
      .set({ first_tried_at_ms: sql`decided_at_ms`, may_be_posted: 1 })
      .where('attempts', '>', 0)
      .where('state', 'in', ['owed', 'sending'])
      .execute();
    await trx.schema.alterTable('deliveries').addColumn('told_before', 'integer').execute();
    await trx.schema
      .createTable('untold_news')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('story_id', 'text', (column) => column.notNull())
      .addColumn('told_up_to', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('untold_news_key', ['platform', 'workspace_id', 'channel_id', 'story_id'])
      .execute();
  },
};
