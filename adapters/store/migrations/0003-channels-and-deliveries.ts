import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import type { Migration } from './migration.ts';

type ChannelColumn = 'platform' | 'workspace_id' | 'channel_id';

const channelKey: ChannelColumn[] = ['platform', 'workspace_id', 'channel_id'];

export const channelsAndDeliveries: Migration = {
  version: 3,
  async apply(trx) {
    await createChannels(trx);
    await createDigests(trx);
    await createDeliveries(trx);
  },
};

async function createChannels(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('channels')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('digest_cron', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('max_stories', 'integer', (column) => column.notNull())
    .addColumn('set_up_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('told_up_to', 'integer', (column) => column.notNull())
    .addColumn('last_slot_ms', 'bigint', (column) => column.notNull())
    .addColumn('silence_told_at_ms', 'bigint')
    .addColumn('last_posted_at_ms', 'bigint')
    .addPrimaryKeyConstraint('channels_primary_key', channelKey)
    .execute();
}

async function createDigests(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('digests')
    .addColumn('digest_id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('slot_ms', 'bigint', (column) => column.notNull())
    .addColumn('decided_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('told_after', 'integer', (column) => column.notNull())
    .addColumn('told_up_to', 'integer', (column) => column.notNull())
    .addColumn('tells_silence', 'integer', (column) => column.notNull())
    .addColumn('messages', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('digests_of_channel', channelKey, 'channels', channelKey)
    .execute();
}

async function createDeliveries(trx: Transaction<Tables>): Promise<void> {
  await trx.schema
    .createTable('deliveries')
    .addColumn('delivery_id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('thread_of', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('may_be_posted', 'integer', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('last_problem', 'text')
    .addColumn('due_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('lease_until_ms', 'bigint', (column) => column.notNull())
    .addColumn('settled_at_ms', 'bigint')
    .addForeignKeyConstraint('deliveries_of_channel', channelKey, 'channels', channelKey)
    .addUniqueConstraint('deliveries_in_order', [...channelKey, 'sequence'])
    .execute();
  await trx.schema
    .createIndex('deliveries_by_state')
    .on('deliveries')
    .columns(['state', 'due_at_ms'])
    .execute();
}
