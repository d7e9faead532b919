import type { Kysely } from 'kysely';
import { actionStore } from './actions.ts';
import { alertStore } from './alerts.ts';
import { articleStore } from './articles.ts';
import { auditLog } from './audit.ts';
import { channelStore } from './channels.ts';
import { claims } from './claims.ts';
import { conversationStore } from './conversations.ts';
import { deliveryStore } from './deliveries.ts';
import { deliveryDesk } from './delivery-desk.ts';
import { digestStore } from './digests.ts';
import { entryStore } from './entries.ts';
import { eventLedger } from './events.ts';
import { feedbackStore } from './feedback.ts';
import { followStore } from './follows.ts';
import { installationStore } from './installations.ts';
import { matchStore } from './matches.ts';
import { migrate } from './migrate.ts';
import { postingStore } from './postings.ts';
import type { Tables } from './schema.ts';
import { sentenceIndex } from './sentences.ts';
import { sourceStore } from './sources.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import type { Store } from './store.ts';
import type { StoreSettings } from './store-call.ts';
import { storyStore } from './stories.ts';
import { watchStore } from './watches.ts';
import { workspaceStore } from './workspaces.ts';

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
    stories: storyStore(db),
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
    feedback: feedbackStore(db),
    workspaces: workspaceStore(db),
    installations: installationStore(db),
    conversations: conversationStore(db),
    actions: actionStore(db),
    events: eventLedger(db),
    claims: claims(db),
    close: () => db.destroy(),
  };
}
