import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';

/** One step of the schema. A released one never changes: databases that have it will not run it again. */
export interface Migration {
  readonly version: number;
  apply(trx: Transaction<Tables>): Promise<void>;
}
