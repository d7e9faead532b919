import { sql, type Transaction } from 'kysely';
import type { ChannelTable, Tables } from './schema.ts';

type ChannelPlace = Pick<ChannelTable, 'platform' | 'workspace_id' | 'channel_id'>;

/** Written out: with parameters SQLite would not see that the index of the unfinished ones serves. */
const isUnfinished = sql<boolean>`state in ('owed', 'sending')`;

/**
 * Writes down which message a channel's turn is for and from when on, after anything that may change it. Of each channel
 * only the first unfinished message counts, also while it waits for a retry or is with another sender: a later one before
 * it would break the channel's order. Claiming then looks at one row a channel, however much is owed or was ever posted.
 */
export async function refreshTurn(trx: Transaction<Tables>, channel: ChannelPlace): Promise<void> {
  const { platform, workspace_id, channel_id } = channel;
  const place = { platform, workspace_id, channel_id };
  const first = await trx
    .selectFrom('deliveries')
    .select(['delivery_id', 'state', 'due_at_ms', 'lease_until_ms'])
    .where((eb) => eb.and(place))
    .where(isUnfinished)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();
  const turnAtMs = first?.state === 'sending' ? first.lease_until_ms : first?.due_at_ms;
  await trx
    .updateTable('channels')
    .set({ turn_of: first?.delivery_id ?? null, turn_at_ms: turnAtMs ?? null })
    .where((eb) => eb.and(place))
    .execute();
}

/** Writes the turns of all channels anew. */
export async function refreshTurns(trx: Transaction<Tables>): Promise<void> {
  const channels = await trx
    .selectFrom('channels')
    .select(['platform', 'workspace_id', 'channel_id'])
    .execute();
  for (const channel of channels) await refreshTurn(trx, channel);
}
