import type { Transaction } from 'kysely';
import type { ChannelRef, Hold, OwedMessage } from '../../src/domain/delivery.ts';
import { channelKeyOf } from './channel-rows.ts';
import { type DeliveryRow, findDelivery, holdOf } from './delivery-rows.ts';
import type { DeliveryTable, Tables } from './schema.ts';
import { refreshTurn } from './turns.ts';

type State = Pick<DeliveryTable, 'state' | 'hold' | 'held_until_ms' | 'last_problem' | 'given_up_with'>;

/**
 * Writes messages into the outbox, in the caller's transaction: what is decided is owed. `tellsOf` is the key of a message
 * of another channel that they are about, and wait with.
 */
export async function owe(
  trx: Transaction<Tables>,
  channel: ChannelRef,
  messages: readonly OwedMessage[],
  decidedAtMs: number,
  tellsOf: string | null = null,
): Promise<void> {
  for (const message of messages) {
    const state = await stateOf(trx, message, tellsOf);
    await trx
      .insertInto('deliveries')
      .values({
        ...channelKeyOf(channel),
        ...state,
        key: message.key,
        sequence: state.state === 'held' ? null : await nextPlace(trx, channel),
        document: JSON.stringify(message.document),
        thread_of: message.threadOf,
        revises: message.revises,
        mentions: JSON.stringify(message.mentions),
        attempts: 0,
        may_be_posted: 0,
        message_id: null,
        permalink: null,
        update_of: updateOf(message),
        decided_at_ms: decidedAtMs,
        due_at_ms: decidedAtMs,
        lease_until_ms: 0,
        settled_at_ms: state.state === 'dead' ? decidedAtMs : null,
      })
      .execute();
  }
  await refreshTurn(trx, channelKeyOf(channel));
}

/** A revision brings the item up to date; it is the reply beside it that tells the news. */
function updateOf({ document, revises }: OwedMessage): string | null {
  return document.kind === 'update' && revises === null ? document.story.storyId : null;
}

/** The end of a channel's order. */
export async function nextPlace(trx: Transaction<Tables>, channel: ChannelRef): Promise<number> {
  const row = await trx
    .selectFrom('deliveries')
    .select((eb) => eb.fn.max('sequence').as('latest'))
    .where((eb) => eb.and({ ...channelKeyOf(channel) }))
    .executeTakeFirst();
  return (row?.latest ?? 0) + 1;
}

/**
 * What a message depends on (the head of its thread, the message that it rewrites) decides with its own hold: a message
 * for one that is held waits with it, and one for a message that was given up has no place to go. So does what it is about.
 */
async function stateOf(
  trx: Transaction<Tables>,
  { hold, threadOf, revises }: OwedMessage,
  tellsOf: string | null,
): Promise<State> {
  const targets: DeliveryRow[] = [];
  for (const key of [threadOf, revises, tellsOf]) {
    const target = key === null ? undefined : await findDelivery(trx, key);
    if (target) targets.push(target);
  }
  const dead = targets.find(({ state }) => state === 'dead');
  if (dead) {
    return {
      state: 'dead',
      hold: null,
      held_until_ms: null,
      last_problem: withItsTarget(dead.last_problem),
      given_up_with: dead.given_up_with ?? dead.key,
    };
  }
  const held = targets.filter(({ state }) => state === 'held').map(holdOf);
  const waits = longestHold([hold, ...held]);
  return {
    state: waits === null ? 'owed' : 'held',
    hold: waits?.kind ?? null,
    held_until_ms: waits?.kind === 'quiet' ? waits.untilMs : null,
    last_problem: null,
    given_up_with: null,
  };
}

/** An approval is waited for however quiet it is, so that nobody's "not yet" is passed over. */
function longestHold(holds: readonly (Hold | null)[]): Hold | null {
  const waits = holds.filter((hold) => hold !== null);
  const approval = waits.find(({ kind }) => kind === 'approval');
  if (approval) return approval;
  const untilMs = waits.flatMap((hold) => (hold.kind === 'quiet' ? [hold.untilMs] : []));
  return untilMs.length === 0 ? null : { kind: 'quiet', untilMs: Math.max(...untilMs) };
}

/** Why a message was given up with the one that it belongs to. */
export function withItsTarget(problem: string | null): string {
  return `Given up with the message that it belongs to: ${problem ?? 'no reason was given.'}`;
}
