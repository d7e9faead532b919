import type { Selectable, Transaction } from 'kysely';
import type { DigestDecision } from '../../src/ports/digest-store.ts';
import { type ChannelKey, channelKeyOf, readChannel } from './channel-rows.ts';
import { notify } from './notify.ts';
import { owe } from './outbox.ts';
import { isToldFurther, savePostings, tellAnew } from './postings.ts';
import type { ChannelTable, Tables } from './schema.ts';

/** Digest, cursor and owed messages in one transaction: what is told is owed, and what is owed is told. */
export async function commitDigest(
  trx: Transaction<Tables>,
  decision: DigestDecision,
): Promise<'committed' | 'stale'> {
  const channel = await readChannel(trx, decision.channel);
  if (isStale(channel, decision)) return 'stale';
  if (await isToldFurther(trx, decision.channel, decision.storiesToldUpTo)) return 'stale';
  const key = channelKeyOf(decision.channel);
  if (decision.messages.length > 0) {
    await archive(trx, key, decision);
    await owe(trx, decision.channel, decision.messages, decision.decidedAtMs);
    await notify(trx, decision.notices, decision.decidedAtMs);
    await savePostings(trx, decision.postings);
  }
  await tellAnew(trx, decision.channel, Object.keys(decision.storiesToldUpTo));
  await moveChannel(trx, key, channel, decision);
  return 'committed';
}

/**
 * A notice of silence leaves the cursor where it was, so the cursor alone would let two processes tell it
 * twice: such a decision must be for a slot that nobody acted on yet.
 */
function isStale(channel: Selectable<ChannelTable>, decision: DigestDecision): boolean {
  if (channel.told_up_to !== decision.toldUpToBefore) return true;
  const movesCursor = decision.toldUpTo !== decision.toldUpToBefore;
  return decision.messages.length > 0 && !movesCursor && decision.slotMs <= channel.last_slot_ms;
}

async function archive(trx: Transaction<Tables>, key: ChannelKey, decision: DigestDecision): Promise<void> {
  await trx
    .insertInto('digests')
    .values({
      ...key,
      slot_ms: decision.slotMs,
      decided_at_ms: decision.decidedAtMs,
      told_after: decision.toldUpToBefore,
      told_up_to: decision.toldUpTo,
      tells_silence: decision.tellsSilence ? 1 : 0,
      messages: JSON.stringify(decision.messages),
    })
    .execute();
}

async function moveChannel(
  trx: Transaction<Tables>,
  key: ChannelKey,
  channel: Selectable<ChannelTable>,
  decision: DigestDecision,
): Promise<void> {
  const posts = decision.messages.length > 0 && !decision.tellsSilence;
  await trx
    .updateTable('channels')
    .set({
      told_up_to: decision.toldUpTo,
      // A run outside the schedule may name an earlier slot; going back would make later slots due again.
      last_slot_ms: Math.max(channel.last_slot_ms, decision.slotMs),
      ...(decision.tellsSilence ? { silence_told_at_ms: decision.decidedAtMs } : {}),
      ...(posts ? { silence_told_at_ms: null, last_posted_at_ms: decision.decidedAtMs } : {}),
    })
    .where((eb) => eb.and({ ...key }))
    .execute();
}
