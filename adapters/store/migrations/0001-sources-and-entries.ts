import type { Migration } from './migration.ts';

export const sourcesAndEntries: Migration = {
  version: 1,
  async apply(trx) {
    await trx.schema
      .createTable('sources')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('definition', 'text', (column) => column.notNull())
      .addColumn('retired', 'integer', (column) => column.notNull())
      .addColumn('etag', 'text')
      .addColumn('last_modified', 'text')
      .addColumn('last_polled_at_ms', 'bigint')
      .addColumn('last_succeeded_at_ms', 'bigint')
      .addColumn('last_entry_at_ms', 'bigint')
      .addColumn('consecutive_failures', 'integer', (column) => column.notNull())
      .addColumn('last_problem', 'text')
      .addColumn('next_poll_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('lease_until_ms', 'bigint', (column) => column.notNull())
      .execute();
    await trx.schema
      .createTable('entries')
      .addColumn('entry_id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('source_id', 'text', (column) => column.notNull().references('sources.id'))
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('canonical_url', 'text')
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('age_from_ms', 'bigint', (column) => column.notNull())
      .addColumn('due_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('lease_until_ms', 'bigint', (column) => column.notNull())
      .addColumn('remark', 'text')
      .addUniqueConstraint('entries_once_per_source', ['source_id', 'key'])
      .execute();
    await trx.schema.createIndex('entries_by_canonical_url').on('entries').column('canonical_url').execute();
    await trx.schema.createIndex('entries_by_age').on('entries').columns(['state', 'age_from_ms']).execute();
  },
};
