import type { Kysely, Transaction } from 'kysely';
import { sourcesAndEntries } from './migrations/0001-sources-and-entries.ts';
import { articles } from './migrations/0002-articles.ts';
import { channelsAndDeliveries } from './migrations/0003-channels-and-deliveries.ts';
import { settingsAndHolds } from './migrations/0004-settings-and-holds.ts';
import { watchesAndPostings } from './migrations/0005-watches-and-postings.ts';
import { workspacesAndConversations } from './migrations/0006-workspaces-and-conversations.ts';
import { addedSources } from './migrations/0007-added-sources.ts';
import { doubtsAndUntoldNews } from './migrations/0008-doubts-and-untold-news.ts';
import type { Migration } from './migrations/migration.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';

const migrations: readonly Migration[] = [
  sourcesAndEntries,
  articles,
  channelsAndDeliveries,
  settingsAndHolds,
  watchesAndPostings,
  workspacesAndConversations,
  addedSources,
  doubtsAndUntoldNews,
];

/** Brings the database to this program's schema, whole or not at all. */
export async function migrate(db: Kysely<Tables>, path: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const version = await versionOf(trx, path);
    const latest = migrations.length;
    if (version > latest) {
      throw new StoreError(
        `The database ${path} was written by a newer Wirewatch (its schema is version ${version}, this program ` +
          `knows version ${latest}). Update Wirewatch, or use another data folder.`,
      );
    }
    for (const migration of migrations.slice(version)) {
      await migration.apply(trx);
      await trx.insertInto('schema_version').values({ version: migration.version }).execute();
    }
  });
}

async function versionOf(trx: Transaction<Tables>, path: string): Promise<number> {
  const tables = await trx.introspection.getTables();
  if (tables.length === 0) {
    await trx.schema
      .createTable('schema_version')
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .execute();
    return 0;
  }
  if (!tables.some((table) => table.name === 'schema_version')) {
    // Tables of another program stay as they are: ours among them could not be told apart later.
    throw new StoreError(
      `The database ${path} belongs to another program. Use another data folder, or move that file away.`,
    );
  }
  const row = await trx
    .selectFrom('schema_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}
