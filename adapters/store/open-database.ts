import type { Kysely } from 'kysely';
import { alertStore } from './alerts.ts';
import { articleStore } from './articles.ts';
import { auditLog } from './audit.ts';
import { channelStore } from './channels.ts';
import { claims } from './claims.ts';
import { deliveryStore } from './deliveries.ts';
import { deliveryDesk } from './delivery-desk.ts';
import { digestStore } from './digests.ts';
import { entryStore } from './entries.ts';
import { followStore } from './follows.ts';
import { matchStore } from './matches.ts';
import { migrate } from './migrate.ts';
import { postingStore } from './postings.ts';
import type { Tables } from './schema.ts';
import { sentenceIndex } from './sentences.ts';
import { sourceStore } from './sources.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import type { Store } from './store.ts';
import type { StoreSettings } from './store-call.ts';
import { watchStore } from './watches.ts';

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
    desk: deliveryDesk(db),
    channels: channelStore(db),
    postings: postingStore(db),
    follows: followStore(db),
    watches: watchStore(db),
    matches: matchStore(db),
    alerts: alertStore(db),
    audit: auditLog(db),
    claims: claims(db),
    close: () => db.destroy(),
  };
}
