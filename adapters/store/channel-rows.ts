import type { Selectable, Transaction } from 'kysely';
import type { Channel } from '../../src/domain/channel.ts';
import type { ChannelRef, Platform } from '../../src/domain/delivery.ts';
import type { ChannelTable, Tables } from './schema.ts';
import { StoreError } from './store-error.ts';

/** A channel's place in the tables that belong to it. */
export interface ChannelKey {
  readonly platform: Platform;
  readonly workspace_id: string;
  readonly channel_id: string;
}

export function channelKeyOf(ref: ChannelRef): ChannelKey {
  return { platform: ref.platform, workspace_id: ref.workspaceId, channel_id: ref.channelId };
}

export function channelRefOf(row: {
  platform: string;
  workspace_id: string;
  channel_id: string;
}): ChannelRef {
  return {
    platform: platformOf(row.platform),
    workspaceId: row.workspace_id,
    channelId: row.channel_id,
  };
}

export function channelOf(row: Selectable<ChannelTable>): Channel {
  return {
    ref: channelRefOf(row),
    settings: JSON.parse(row.settings),
    setUpAtMs: row.set_up_at_ms,
    toldUpTo: row.told_up_to,
    lastSlotMs: row.last_slot_ms,
    silenceToldAtMs: row.silence_told_at_ms,
    lastPostedAtMs: row.last_posted_at_ms,
  };
}

/** `undefined` also for a channel that was owed notices without ever being set up. */
export async function findChannel(
  trx: Transaction<Tables>,
  ref: ChannelRef,
): Promise<Selectable<ChannelTable> | undefined> {
  return await trx
    .selectFrom('channels')
    .selectAll()
    .where((eb) => eb.and({ ...channelKeyOf(ref), is_listed: 1 }))
    .executeTakeFirst();
}

/** Throws for a channel that was never set up. */
export async function readChannel(
  trx: Transaction<Tables>,
  ref: ChannelRef,
): Promise<Selectable<ChannelTable>> {
  const row = await findChannel(trx, ref);
  if (row) return row;
  throw new StoreError(
    `The ${ref.platform} channel ${ref.channelId} of workspace ${ref.workspaceId} is not set up.`,
  );
}

export function platformOf(text: string): Platform {
  if (text === 'slack' || text === 'discord' || text === 'console' || text === 'web') return text;
  throw new StoreError(`The database names a platform ${text}, which this program does not know.`);
}
