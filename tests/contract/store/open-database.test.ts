import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../adapters/store/open-database.ts';
import { sqliteProblem } from '../../../adapters/store/sqlite/sqlite-problem.ts';
import { decisionOf } from './samples.ts';
import { temporaryFolder } from './stores-under-test.ts';

function settingsIn(folder: string) {
  return { path: join(folder, 'wirewatch.db'), busyTimeoutMs: 1_000 };
}

test('a database of a newer version is refused and left as it is', async () => {
  const settings = settingsIn(temporaryFolder());
  await (await openDatabase(settings)).close();
  const other = new DatabaseSync(settings.path);
  other.exec('insert into schema_version (version) values (99)');
  const before = other.prepare('select count(*) as tables from sqlite_master').get();

  await expect(openDatabase(settings)).rejects.toThrow(
    `The database ${settings.path} was written by a newer Wirewatch (its schema is version 99, this program knows version 8). Update Wirewatch, or use another data folder.`,
  );
  expect(other.prepare('select count(*) as tables from sqlite_master').get()).toEqual(before);
  other.close();
});

test("another program's database is refused and gets no tables", async () => {
  const settings = settingsIn(temporaryFolder());
  const other = new DatabaseSync(settings.path);
  other.exec('create table notes (text)');

  await expect(openDatabase(settings)).rejects.toThrow('belongs to another program');
  expect(other.prepare('select name from sqlite_master').all()).toHaveLength(1);
  other.close();
});

test('a migration that stopped halfway begins anew', async () => {
  const settings = settingsIn(temporaryFolder());
  const other = new DatabaseSync(settings.path);
  other.exec('create table schema_version (version integer primary key)');
  other.close();

  const store = await openDatabase(settings);

  expect((await store.articles.keep(decisionOf('a'))).kind).toBe('kept');
  await store.close();
});

test('every commit is written through to the disk', async () => {
  const settings = settingsIn(temporaryFolder());
  const store = await openDatabase(settings);
  await store.close();

  const other = new DatabaseSync(settings.path);
  expect(other.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  expect(other.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
  other.close();
});

test('a database held by another process is told as such, and answers afterwards', async () => {
  const settings = { ...settingsIn(temporaryFolder()), busyTimeoutMs: 0 };
  const store = await openDatabase(settings);
  const other = new DatabaseSync(settings.path);
  other.exec('begin immediate');

  const failure: unknown = await store.sources.list().catch((error: unknown) => error);
  other.exec('rollback');
  other.close();

  expect(sqliteProblem(failure, settings.path)).toBe(
    `The database ${settings.path} is held by another process. Try again, or stop that process.`,
  );
  expect(await store.sources.list()).toEqual([]);
  await store.close();
});
