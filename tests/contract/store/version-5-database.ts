import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { sourcesAndEntries } from '../../../adapters/store/migrations/0001-sources-and-entries.ts';
import { articles } from '../../../adapters/store/migrations/0002-articles.ts';
import { channelsAndDeliveries } from '../../../adapters/store/migrations/0003-channels-and-deliveries.ts';
import { settingsAndHolds } from '../../../adapters/store/migrations/0004-settings-and-holds.ts';
import { watchesAndPostings } from '../../../adapters/store/migrations/0005-watches-and-postings.ts';
import { openSqlite } from '../../../adapters/store/sqlite/open-sqlite.ts';
import type { StoreSettings } from '../../../adapters/store/store-call.ts';
import { updateOf } from './sample-update.ts';
import { channelSettingsOf, storyDecisionOf } from './samples.ts';

type Row = Readonly<Record<string, string | number | null>>;

const released = [sourcesAndEntries, articles, channelsAndDeliveries, settingsAndHolds, watchesAndPostings];

/** A database as version 5 left it: a channel that was told of an update and of a hit, and what was given up there. */
export async function makeVersion5Database(settings: StoreSettings): Promise<void> {
  const db = openSqlite(settings);
  await db.transaction().execute(async (trx) => {
    await sql`create table schema_version (version integer primary key)`.execute(trx);
    for (const migration of released) {
      await migration.apply(trx);
      await sql`insert into schema_version (version) values (${migration.version})`.execute(trx);
    }
  });
  await db.destroy();
  insertRows(settings.path);
}

const place = { platform: 'slack', workspace_id: 'T1', channel_id: 'C1' };

/** Version 5 knew no language. */
function settingsText(zone: string): string {
  const { language: _language, ...settings } = channelSettingsOf({ zone });
  return JSON.stringify(settings);
}

/** Configured for UTC, and set to Tokyo by a command since. */
const channel: Row = {
  ...place,
  settings: settingsText('Asia/Tokyo'),
  configured: settingsText('UTC'),
  set_up_at_ms: 100,
  told_up_to: 0,
  last_slot_ms: 8_000,
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

const hit: Row = {
  watch_id: 'w1',
  sequence: 1,
  story_id: 's1',
  at_ms: 8_000,
  matched: '[]',
  state: 'told',
};

function deliveryRow(key: string, sequence: number, over: Row): Row {
  return {
    ...place,
    key,
    sequence,
    document: JSON.stringify(updateOf(key, 's1').document),
    mentions: '[]',
    state: 'posted',
    attempts: 1,
    may_be_posted: 0,
    due_at_ms: 9_000,
    lease_until_ms: 0,
    settled_at_ms: 9_100,
    ...over,
  };
}

const dead = { state: 'dead', settled_at_ms: 9_200 };

const deliveries: readonly Row[] = [
  deliveryRow('told', 1, { thread_of: 'head', message_id: 'm1', permalink: 'https://chat.example/told' }),
  deliveryRow('told.r', 2, { revises: 'item', message_id: 'm2', due_at_ms: 9_050 }),
  deliveryRow('lost', 3, { ...dead, last_problem: 'The channel is gone.' }),
  deliveryRow('unwanted', 4, { ...dead, last_problem: 'Discarded by U1.' }),
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
  insert('articles', article);
  insert('watch_hits', hit);
  for (const delivery of deliveries) insert('deliveries', delivery);
  database.close();
}
