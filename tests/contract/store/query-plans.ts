import {
  CompiledQuery,
  createQueryId,
  type KyselyPlugin,
  type RootOperationNode,
  type Transaction,
} from 'kysely';
import type { Tables } from '../../../adapters/store/schema.ts';
import { openSqlite } from '../../../adapters/store/sqlite/open-sqlite.ts';

/** How the database at `path` carries out each query that `read` makes there: a line for each step of its plan. */
export async function plansOf(
  path: string,
  read: (trx: Transaction<Tables>) => Promise<unknown>,
): Promise<readonly string[]> {
  const db = openSqlite({ path, busyTimeoutMs: 1_000 });
  const queries: RootOperationNode[] = [];
  const listening: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await db.withPlugin(listening).transaction().execute(read);
  const steps: string[] = [];
  for (const query of queries) {
    const { sql, parameters } = db.getExecutor().compileQuery(query, createQueryId());
    const explained = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
    const { rows } = await db.executeQuery<{ detail: string }>(explained);
    steps.push(...rows.map(({ detail }) => detail));
  }
  await db.destroy();
  return steps;
}
