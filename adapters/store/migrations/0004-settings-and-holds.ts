import { sql, type Transaction } from 'kysely';
import type { ChannelSettings } from '../../../src/domain/channel.ts';
import type { Tables } from '../schema.ts';
import { refreshTurns } from '../turns.ts';
import type { Migration } from './migration.ts';

type ChannelColumn = 'platform' | 'workspace_id' | 'channel_id';

const channelKey: ChannelColumn[] = ['platform', 'workspace_id', 'channel_id'];

export const settingsAndHolds: Migration = {
  version: 4,
  async apply(trx) {
    await giveChannelsSettings(trx);
    await rebuildDeliveries(trx);
    await completeDigests(trx);
    // What is owed already would never come to its turn else.
    await refreshTurns(trx);
  },
};

/** A channel's cron, zone and cap become its settings; `configured` is what its configuration said last. */
async function giveChannelsSettings(trx: Transaction<Tables>): Promise<void> {
  const rows = await sql<{
    platform: string;
    workspace_id: string;
    channel_id: string;
    digest_cron: string;
    zone: string;
    max_stories: number;
  }>`select platform, workspace_id, channel_id, digest_cron, zone, max_stories from channels`.execute(trx);
  await trx.schema
    .alterTable('channels')
    .addColumn('settings', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute();
  await trx.schema.alterTable('channels').addColumn('configured', 'text').execute();
  await trx.schema
    .alterTable('channels')
    .addColumn('send_after_ms', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  for (const column of ['turn_of', 'turn_at_ms']) {
    await trx.schema.alterTable('channels').addColumn(column, 'bigint').execute();
  }
  await trx.schema
    .createIndex('channels_by_turn')
    .on('channels')
    .columns(['turn_at_ms', 'turn_of'])
    .execute();
  for (const row of rows.rows) {
    const settings: Omit<ChannelSettings, 'language'> = {
      plan: { kind: 'cron', cron: row.digest_cron },
      zone: row.zone,
      quiet: null,
      style: 'full',
      maxStories: row.max_stories,
      threshold: 0,
      needsApproval: false,
      mentions: [],
      isPaused: false,
    };
    const text = JSON.stringify(settings);
    await sql`update channels set settings = ${text}, configured = ${text} where platform = ${row.platform}
      and workspace_id = ${row.workspace_id} and channel_id = ${row.channel_id}`.execute(trx);
  }
  for (const column of ['digest_cron', 'zone', 'max_stories']) {
    await trx.schema.alterTable('channels').dropColumn(column).execute();
  }
}

/** A story's item says since version 4 whether it was revised. */
const documentOfNow = sql`case json_extract(document, '$.kind') when 'story'
  then json_set(document, '$.revised', null) else document end`;

/** The archive's messages get what an owed message has since. */
async function completeDigests(trx: Transaction<Tables>): Promise<void> {
  await sql`update digests set messages = (
    select json_group_array(json_set(
      case json_extract(value, '$.document.kind') when 'story'
        then json_set(value, '$.document.revised', null) else value end,
      '$.revises', null, '$.mentions', json('[]'), '$.hold', null) order by key)
    from json_each(digests.messages))`.execute(trx);
  await trx.schema
    .createIndex('digests_by_channel')
    .on('digests')
    .columns([...channelKey, 'digest_id'])
    .execute();
}

/** A held delivery has no place in the order yet, so `sequence` may be null; that takes a new table. */
async function rebuildDeliveries(trx: Transaction<Tables>): Promise<void> {
  await trx.schema.dropIndex('deliveries_by_state').execute();
  await trx.schema.alterTable('deliveries').renameTo('deliveries_before').execute();
  await trx.schema
    .createTable('deliveries')
    .addColumn('delivery_id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer')
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('thread_of', 'text')
    .addColumn('revises', 'text')
    .addColumn('mentions', 'text', (column) => column.notNull())
    .addColumn('hold', 'text')
    .addColumn('held_until_ms', 'bigint')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('may_be_posted', 'integer', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('permalink', 'text')
    .addColumn('last_problem', 'text')
    .addColumn('given_up_with', 'text')
    .addColumn('due_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('lease_until_ms', 'bigint', (column) => column.notNull())
    .addColumn('settled_at_ms', 'bigint')
    .addForeignKeyConstraint('deliveries_of_channel', channelKey, 'channels', channelKey)
    .addUniqueConstraint('deliveries_in_channel_order', [...channelKey, 'sequence'])
    .execute();
  await sql`insert into deliveries (delivery_id, key, platform, workspace_id, channel_id, sequence, document, thread_of,
      mentions, state, attempts, may_be_posted, message_id, last_problem, due_at_ms, lease_until_ms, settled_at_ms)
    select delivery_id, key, platform, workspace_id, channel_id, sequence, ${documentOfNow}, thread_of,
      '[]', state, attempts, may_be_posted, message_id, last_problem, due_at_ms, lease_until_ms, settled_at_ms
    from deliveries_before order by delivery_id`.execute(trx);
  await trx.schema.dropTable('deliveries_before').execute();
  const unfinished = sql`state in ('owed', 'sending')`;
  // Only what is unfinished stands in these two: claiming must not grow slower with what was ever posted.
  await sql`create index deliveries_to_send on deliveries (platform, workspace_id, channel_id, sequence)
    where ${unfinished}`.execute(trx);
  await sql`create index deliveries_held on deliveries (held_until_ms) where state = 'held'`.execute(trx);
  await trx.schema.createIndex('deliveries_by_thread').on('deliveries').column('thread_of').execute();
  await trx.schema.createIndex('deliveries_by_revised').on('deliveries').column('revises').execute();
}
