import { type Kysely, sql, type Transaction } from 'kysely';
import type { ChannelRef, Delivery } from '../../src/domain/delivery.ts';
import type { Language } from '../../src/domain/words/words.ts';
import type { ClaimedDelivery, DeliveryFilter, DeliveryStore } from '../../src/ports/delivery-store.ts';
import { channelOf, channelRefOf, findChannel } from './channel-rows.ts';
import { claimNextDelivery, nextDueAt } from './claim-delivery.ts';
import { type DeliveryRow, deliveryOf, findDelivery } from './delivery-rows.ts';
import { notify } from './notify.ts';
import { nextPlace } from './outbox.ts';
import { recordDelivery } from './record-delivery.ts';
import type { Tables } from './schema.ts';
import { findTroubled } from './troubled.ts';
import { refreshTurn } from './turns.ts';

export function deliveryStore(db: Kysely<Tables>): DeliveryStore {
  return {
    claimNext: (request) => db.transaction().execute((trx) => claimNext(trx, request)),
    nextDueAtMs: (nowMs) => db.transaction().execute((trx) => nextDueAt(trx, nowMs)),
    record: (key, attempt, record) =>
      db.transaction().execute((trx) => recordDelivery(trx, key, attempt, record)),
    release: (nowMs) => db.transaction().execute((trx) => release(trx, nowMs)),
    troubled: (sinceMs) => db.transaction().execute((trx) => findTroubled(trx, sinceMs)),
    notify: (notices, atMs) => db.transaction().execute((trx) => notify(trx, notices, atMs)),
    list: (filter) => db.transaction().execute((trx) => list(trx, filter)),
  };
}

async function claimNext(
  trx: Transaction<Tables>,
  request: { nowMs: number; leaseMs: number },
): Promise<ClaimedDelivery | null> {
  const row = await claimNextDelivery(trx, request);
  if (!row) return null;
  return {
    delivery: deliveryOf(row),
    mayBePosted: row.may_be_posted === 1,
    firstTriedAtMs: row.first_tried_at_ms ?? row.decided_at_ms,
    threadMessageId: await messageIdOf(trx, row.thread_of),
    revisedMessageId: await messageIdOf(trx, row.revises),
    language: await languageOf(trx, channelRefOf(row)),
  };
}

/** English where a channel was owed a notice without being set up. */
async function languageOf(trx: Transaction<Tables>, ref: ChannelRef): Promise<Language> {
  const channel = await findChannel(trx, ref);
  return channel ? channelOf(channel).settings.language : 'en';
}

async function messageIdOf(trx: Transaction<Tables>, key: string | null): Promise<string | null> {
  const row = key === null ? undefined : await findDelivery(trx, key);
  return row?.message_id ?? null;
}

/** What is held for approval has no moment at which it is released. */
async function release(trx: Transaction<Tables>, nowMs: number): Promise<void> {
  const rows = await trx
    .selectFrom('deliveries')
    .selectAll()
    .where(sql<boolean>`state = 'held'`)
    .where('held_until_ms', '<=', nowMs)
    .execute();
  // Ordered by the database, it would read every delivery there ever was instead of the index of the held ones.
  for (const row of rows.toSorted((a, b) => a.delivery_id - b.delivery_id)) await releaseOne(trx, row, nowMs);
}

/** Gives a held or given up message its place at the end of the channel's order. */
export async function releaseOne(trx: Transaction<Tables>, row: DeliveryRow, nowMs: number): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({
      state: 'owed',
      hold: null,
      held_until_ms: null,
      given_up_with: null,
      settled_at_ms: null,
      is_discarded: 0,
      sequence: await nextPlace(trx, channelRefOf(row)),
      due_at_ms: nowMs,
    })
    .where('key', '=', row.key)
    .execute();
  await refreshTurn(trx, row);
}

async function list(
  trx: Transaction<Tables>,
  { limit, workspace, state, key }: DeliveryFilter,
): Promise<readonly Delivery[]> {
  const rows = await trx
    .selectFrom('deliveries')
    .selectAll()
    .$if(key !== undefined, (query) => query.where('key', '=', key ?? ''))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'owed'))
    .$if(workspace !== undefined, (query) =>
      query
        .where('platform', '=', workspace?.platform ?? '')
        .where('workspace_id', '=', workspace?.workspaceId ?? ''),
    )
    .orderBy('delivery_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(deliveryOf);
}
