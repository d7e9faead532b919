import type { Kysely } from 'kysely';
import { articleStore } from './articles.ts';
import { claims } from './claims.ts';
import { deliveryStore } from './deliveries.ts';
import { digestStore } from './digests.ts';
import { entryStore } from './entries.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './schema.ts';
import { sentenceIndex } from './sentences.ts';
import { sourceStore } from './sources.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import type { Store } from './store.ts';
import type { StoreSettings } from './store-call.ts';

/** The store on a connection of this thread. Only the store's worker calls it. */
export async function openDatabase(settings: StoreSettings): Promise<Store> {
  const db = openSqlite(settings);
  try {
    await migrate(db, settings.path);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return storeOn(db);
}

function storeOn(db: Kysely<Tables>): Store {
  return {
    sources: sourceStore(db),
    entries: entryStore(db),
    articles: articleStore(db),
    sentences: sentenceIndex(db),
    digests: digestStore(db),
    deliveries: deliveryStore(db),
    claims: claims(db),
    close: () => db.destroy(),
  };
}
