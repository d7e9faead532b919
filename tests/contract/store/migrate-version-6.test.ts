import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { addedSources } from '../../../adapters/store/migrations/0007-added-sources.ts';
import { openDatabase } from '../../../adapters/store/open-database.ts';
import { openSqlite } from '../../../adapters/store/sqlite/open-sqlite.ts';
import { auditOf, sourceOf } from './samples.ts';
import { temporaryFolder } from './stores-under-test.ts';

const at = () => ({ path: join(temporaryFolder(), 'wirewatch.db'), busyTimeoutMs: 1_000 });

/** A database as version 6 left it: with a configured source, and without what later ones add. */
async function makeVersion6Database(settings: ReturnType<typeof at>): Promise<void> {
  const store = await openDatabase(settings);
  await store.sources.register([sourceOf('a')], 1_000);
  await store.close();
  const db = openSqlite(settings);
  await sql`alter table sources drop column is_paused`.execute(db);
  await sql`alter table sources drop column added_by`.execute(db);
  await sql`alter table deliveries drop column first_tried_at_ms`.execute(db);
  await sql`alter table deliveries drop column told_before`.execute(db);
  await sql`drop table untold_news`.execute(db);
  await sql`delete from schema_version where version >= ${addedSources.version}`.execute(db);
  await db.destroy();
}

test('a source of an earlier version is configured, not paused, and can be paused', async () => {
  const settings = at();
  await makeVersion6Database(settings);
  const store = await openDatabase(settings);
  onTestFinished(() => store.close());

  const [state] = await store.sources.list();

  expect(state?.source).toEqual(sourceOf('a'));
  expect(state).not.toHaveProperty('isPaused');
  expect(state).not.toHaveProperty('addedBy');
  await store.sources.pause({ source: sourceOf('a'), isPaused: true }, auditOf('sources pause'));
  expect((await store.sources.list())[0]?.isPaused).toBe(true);
});
