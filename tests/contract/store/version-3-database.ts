import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { sourcesAndEntries } from '../../../adapters/store/migrations/0001-sources-and-entries.ts';
import { articles } from '../../../adapters/store/migrations/0002-articles.ts';
import { channelsAndDeliveries } from '../../../adapters/store/migrations/0003-channels-and-deliveries.ts';
import { openSqlite } from '../../../adapters/store/sqlite/open-sqlite.ts';
import type { StoreSettings } from '../../../adapters/store/store-call.ts';
import { storyDecisionOf } from './samples.ts';

type Row = Readonly<Record<string, string | number | null>>;

export const storyItem = {
  kind: 'story',
  rank: 1,
  story: { storyId: 's1', headline: 'A headline with "quotes" 华为' },
};

export const notice = { kind: 'notice', heading: 'A heading', paragraphs: [] };

export const messages = [
  { key: 'head', document: notice, threadOf: null },
  { key: 'item', document: storyItem, threadOf: 'head' },
];

/** A database as version 3 left it: an article and a channel that was told up to 7, with a digest half sent. */
export async function makeVersion3Database(settings: StoreSettings): Promise<void> {
  const db = openSqlite(settings);
  await db.transaction().execute(async (trx) => {
    await sql`create table schema_version (version integer primary key)`.execute(trx);
    for (const migration of [sourcesAndEntries, articles, channelsAndDeliveries]) {
      await migration.apply(trx);
      await sql`insert into schema_version (version) values (${migration.version})`.execute(trx);
    }
  });
  await db.destroy();
  insertRows(settings.path);
}

const place = { platform: 'slack', workspace_id: 'T1', channel_id: 'C1' };

const channel: Row = {
  ...place,
  digest_cron: '0 8 * * 1-5',
  zone: 'Europe/Berlin',
  max_stories: 5,
  set_up_at_ms: 100,
  told_up_to: 7,
  last_slot_ms: 8_000,
  last_posted_at_ms: 9_000,
};

const digest: Row = {
  ...place,
  slot_ms: 8_000,
  decided_at_ms: 9_000,
  told_after: 0,
  told_up_to: 7,
  tells_silence: 0,
  messages: JSON.stringify(messages),
};

const article: Row = {
  id: 'a',
  kind: 'report',
  text_hash: 'hash-a',
  around_at_ms: 1,
  kept_at_ms: 1,
  story_id: 's1',
  verdict: 'new',
  article: JSON.stringify(storyDecisionOf('a', 's1').article),
  comparison: JSON.stringify(storyDecisionOf('a', 's1').comparison),
  tokens: '[]',
};

/** An owed delivery, but for what `over` says. */
function deliveryRow(key: string, sequence: number, document: unknown, over: Row): Row {
  return {
    ...place,
    key,
    sequence,
    document: JSON.stringify(document),
    state: 'owed',
    attempts: 0,
    may_be_posted: 0,
    due_at_ms: 9_000,
    lease_until_ms: 0,
    ...over,
  };
}

/** `head` is posted, a sender holds `item`, and `next` waits. */
const deliveries: readonly Row[] = [
  deliveryRow('head', 1, notice, { state: 'posted', attempts: 1, message_id: 'm1', settled_at_ms: 9_100 }),
  deliveryRow('item', 2, storyItem, {
    thread_of: 'head',
    state: 'sending',
    attempts: 2,
    may_be_posted: 1,
    lease_until_ms: 9_500,
    last_problem: 'It timed out.',
  }),
  deliveryRow('next', 3, notice, {}),
];

function insertRows(path: string): void {
  const database = new DatabaseSync(path);
  const insert = (table: string, row: Row) => {
    const places = Object.keys(row).map(() => '?');
    database
      .prepare(`insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`)
      .run(...Object.values(row));
  };
  insert('channels', channel);
  insert('digests', digest);
  for (const delivery of deliveries) insert('deliveries', delivery);
  insert('articles', article);
  database.close();
}
