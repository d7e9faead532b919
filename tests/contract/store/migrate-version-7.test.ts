import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { doubtsAndUntoldNews } from '../../../adapters/store/migrations/0008-doubts-and-untold-news.ts';
import { openDatabase } from '../../../adapters/store/open-database.ts';
import { openSqlite } from '../../../adapters/store/sqlite/open-sqlite.ts';
import { claimedKey, owe } from './owing.ts';
import { messageOf } from './samples.ts';
import { temporaryFolder } from './stores-under-test.ts';

const at = () => ({ path: join(temporaryFolder(), 'wirewatch.db'), busyTimeoutMs: 1_000 });

/** A database as version 7 left it: `tried` was put off once after a lost answer, `waits` was never tried. */
async function makeVersion7Database(settings: ReturnType<typeof at>): Promise<void> {
  const store = await openDatabase(settings);
  await owe(store, 'C1', [messageOf('tried')]);
  await owe(store, 'C2', [messageOf('waits')]);
  await claimedKey(store);
  await store.deliveries.record('tried', 1, {
    ...{ kind: 'postponed', retryAtMs: 20_000, problem: 'Lost.', countsAttempt: true, mayBePosted: false },
  });
  await store.close();
  const db = openSqlite(settings);
  await sql`alter table deliveries drop column first_tried_at_ms`.execute(db);
  await sql`alter table deliveries drop column told_before`.execute(db);
  await sql`drop table untold_news`.execute(db);
  await sql`delete from schema_version where version >= ${doubtsAndUntoldNews.version}`.execute(db);
  await db.destroy();
}

test('what an earlier version tried is in doubt since it was decided, and what it did not try is not', async () => {
  const settings = at();
  await makeVersion7Database(settings);
  const store = await openDatabase(settings);
  onTestFinished(() => store.close());

  const claims = [
    await store.deliveries.claimNext({ nowMs: 30_000, leaseMs: 100 }),
    await store.deliveries.claimNext({ nowMs: 30_000, leaseMs: 100 }),
  ];

  expect(claims).toMatchObject([
    { delivery: { key: 'waits' }, mayBePosted: false, firstTriedAtMs: 30_000 },
    { delivery: { key: 'tried' }, mayBePosted: true, firstTriedAtMs: 9_000 },
  ]);
});
