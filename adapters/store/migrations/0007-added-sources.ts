import type { Migration } from './migration.ts';

export const addedSources: Migration = {
  version: 7,
  async apply(trx) {
    await trx.schema
      .alterTable('sources')
      .addColumn('is_paused', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await trx.schema.alterTable('sources').addColumn('added_by', 'text').execute();
  },
};
