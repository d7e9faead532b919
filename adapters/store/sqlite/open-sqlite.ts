import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Tables } from '../schema.ts';
import type { StoreSettings } from '../store-call.ts';

/**
 * `synchronous=FULL` makes every commit survive a power cut (measured: one fsync a commit). `busy_timeout`
 * comes first, so that even the change to WAL waits for another process.
 */
function pragmas(busyTimeoutMs: number): string {
  return `
    pragma busy_timeout = ${busyTimeoutMs};
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma journal_size_limit = 67108864;
  `;
}

/** Opens the file, and makes it with its folder when it is not there. Throws SQLite's own errors. */
export function openSqlite(settings: StoreSettings): Kysely<Tables> {
  mkdirSync(dirname(settings.path), { recursive: true });
  const database = new DatabaseSync(settings.path);
  try {
    database.exec(pragmas(settings.busyTimeoutMs));
  } catch (error) {
    database.close();
    throw error;
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(database) }) });
}

/** node:sqlite as Kysely expects it: parameters in a list, and whether a statement answers rows. */
function forKysely(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    // A plain `begin` takes the write lock only at the first write; by then another process may have written
    // what this transaction has read, and SQLite can only fail it.
    prepare: (sql) => {
      if (sql === 'begin') return statementForKysely(database, 'begin immediate');
      // A full disk makes SQLite roll back by itself; a second rollback would fail and hide the disk's own error.
      if (sql === 'rollback' && !database.isTransaction) return nothing;
      return statementForKysely(database, sql);
    },
  };
}

const nothing: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

function statementForKysely(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(sqlValue)),
    run: (parameters) => statement.run(...parameters.map(sqlValue)),
    iterate: (parameters) => statement.iterate(...parameters.map(sqlValue)),
  };
}

function sqlValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value;
  }
  throw new TypeError(`A value of type ${typeof value} cannot be stored.`);
}
