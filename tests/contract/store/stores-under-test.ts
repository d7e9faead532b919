import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../adapters/store/open-database.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';

/** Opens an empty store that ends with the test. */
export type OpenStore = () => Promise<Store>;

/** What a port promises: each statement with the check that it holds. */
export type Contract = Readonly<Record<string, (open: OpenStore) => Promise<void>>>;

/** What every suite of this folder runs on. */
const storesUnderTest: readonly { readonly name: string; readonly open: OpenStore }[] = [
  { name: 'in memory', open: async () => inMemoryStore() },
  { name: 'sqlite', open: openSqliteHere },
];

export function testOnEveryStore(contract: Contract): void {
  for (const { name, open } of storesUnderTest) {
    for (const [statement, check] of Object.entries(contract)) {
      test(`${name}: ${statement}`, () => check(open));
    }
  }
}

/** A folder that goes with the test. Made before the store in it, it is also removed after it was closed. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirewatch-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * SQLite without its worker, whose start takes longer than these tests. What crosses the threads is tested in
 * open-store.test.ts.
 */
async function openSqliteHere(): Promise<Store> {
  const store = await openDatabase({ path: join(temporaryFolder(), 'wirewatch.db'), busyTimeoutMs: 1_000 });
  onTestFinished(() => store.close());
  return store;
}
