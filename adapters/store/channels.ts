import type { Kysely, Transaction } from 'kysely';
import type { AuditEntry } from '../../src/domain/audit.ts';
import type { Channel, ChannelSettings } from '../../src/domain/channel.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import { areStill, lastSlotAfter, reconfigured } from '../../src/domain/reconfigured.ts';
import type { ChannelStore } from '../../src/ports/channel-store.ts';
import { writeAudit } from './audit.ts';
import { channelKeyOf, channelOf, findChannel } from './channel-rows.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';
import { latestSequence } from './stored-article.ts';

export function channelStore(db: Kysely<Tables>): ChannelStore {
  return {
    configure: (setup, nowMs) => db.transaction().execute((trx) => configure(trx, setup, nowMs)),
    list: () => db.transaction().execute(list),
    change: (ref, settings, audit) => db.transaction().execute((trx) => change(trx, ref, settings, audit)),
  };
}

async function configure(
  trx: Transaction<Tables>,
  { ref, settings }: { ref: ChannelRef; settings: ChannelSettings },
  nowMs: number,
): Promise<void> {
  const row = await findChannel(trx, ref);
  const configured = JSON.stringify(settings);
  if (!row) {
    await setUp(trx, ref, { settings: configured, configured }, nowMs);
    return;
  }
  const last: ChannelSettings | null = row.configured === null ? null : JSON.parse(row.configured);
  const before = channelOf(row);
  const present = reconfigured(before.settings, last, settings);
  await trx
    .updateTable('channels')
    .set({
      settings: JSON.stringify(present),
      configured,
      last_slot_ms: lastSlotAfter(before, present, nowMs),
    })
    .where((eb) => eb.and({ ...channelKeyOf(ref) }))
    .execute();
}

async function change(
  trx: Transaction<Tables>,
  ref: ChannelRef,
  settings: ChannelSettings,
  audit: AuditEntry,
): Promise<void> {
  const row = await findChannel(trx, ref);
  const text = JSON.stringify(settings);
  if (row && !areStill(channelOf(row).settings, audit.before)) throw new StoreError(changedMeanwhile);
  if (row) {
    await trx
      .updateTable('channels')
      .set({ settings: text, last_slot_ms: lastSlotAfter(channelOf(row), settings, audit.atMs) })
      .where((eb) => eb.and({ ...channelKeyOf(ref) }))
      .execute();
    if (settings.quiet === null) await endQuietHolds(trx, ref, audit.atMs);
  } else {
    await setUp(trx, ref, { settings: text, configured: null }, audit.atMs);
  }
  await writeAudit(trx, audit);
}

export const changedMeanwhile =
  'Somebody else changed these settings meanwhile. Look at them, and try again.';

/** Without quiet hours nothing waits for their end. */
async function endQuietHolds(trx: Transaction<Tables>, ref: ChannelRef, nowMs: number): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({ held_until_ms: nowMs })
    .where((eb) => eb.and({ ...channelKeyOf(ref) }))
    .where('state', '=', 'held')
    .where('hold', '=', 'quiet')
    .execute();
}

/** With its cursor at what is kept now, so that nothing old floods it. What it is owed already keeps its turn. */
async function setUp(
  trx: Transaction<Tables>,
  ref: ChannelRef,
  texts: { settings: string; configured: string | null },
  nowMs: number,
): Promise<void> {
  const beginning = {
    ...texts,
    is_listed: 1,
    set_up_at_ms: nowMs,
    told_up_to: await latestSequence(trx),
    last_slot_ms: nowMs,
  };
  await trx
    .insertInto('channels')
    .values({ ...channelKeyOf(ref), ...beginning, ...untouched })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'workspace_id', 'channel_id']).doUpdateSet(beginning),
    )
    .execute();
}

const untouched = { silence_told_at_ms: null, last_posted_at_ms: null, turn_of: null, turn_at_ms: null };

/** Makes a channel known to which a notice is owed, without setting it up: nobody sees it listed. */
export async function makeKnown(trx: Transaction<Tables>, ref: ChannelRef, nowMs: number): Promise<void> {
  const nothingSet = { settings: '{}', configured: null, told_up_to: 0, last_slot_ms: 0 };
  await trx
    .insertInto('channels')
    .values({ ...channelKeyOf(ref), ...nothingSet, ...untouched, is_listed: 0, set_up_at_ms: nowMs })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function list(trx: Transaction<Tables>): Promise<readonly Channel[]> {
  const rows = await trx
    .selectFrom('channels')
    .selectAll()
    .where('is_listed', '=', 1)
    .orderBy('set_up_at_ms')
    .orderBy('platform')
    .orderBy('workspace_id')
    .orderBy('channel_id')
    .execute();
  return rows.map(channelOf);
}
