import { type RawBuilder, sql } from 'kysely';

/** The greatest of some values of one row: SQLite's `max` of several, which others call `greatest`. */
export function greatest(...values: readonly RawBuilder<number | null>[]): RawBuilder<number> {
  return sql<number>`max(${sql.join(values)})`;
}
