import type { Platform } from '../domain/delivery.ts';
import type { ClaimedDelivery } from '../ports/delivery-store.ts';
import type { Log } from '../ports/log.ts';
import type { Attempt, OutgoingMessage, Publisher, PublishOutcome } from '../ports/publisher.ts';

export interface PublishTools {
  readonly publishers: ReadonlyMap<Platform, Publisher>;
  readonly log: Log;
}

/**
 * Posts a claimed message, or rewrites the one that it revises. A message that may stand in the channel already is looked
 * for by its key, and sent only when it is not there; no other one is: where a platform lets nobody look often, each
 * search holds the channel up. What a publisher throws must not hold back the other channels: thrown on, it would at every
 * run.
 */
export async function tryDelivery(
  claimed: ClaimedDelivery,
  attempt: Attempt,
  { publishers, log }: PublishTools,
): Promise<PublishOutcome> {
  const { key, channel } = claimed.delivery;
  const publisher = publishers.get(channel.platform);
  if (!publisher) {
    return { kind: 'off', problem: `${channel.platform} is off; set its token to switch it on.` };
  }
  try {
    return await deliver(claimed, publisher, attempt);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error('A publisher failed', { key, reason });
    const problem = 'The platform failed for a reason of its own; the log has it.';
    return { kind: 'unknown', retryAfterMs: null, problem };
  }
}

async function deliver(
  claimed: ClaimedDelivery,
  publisher: Publisher,
  attempt: Attempt,
): Promise<PublishOutcome> {
  const { delivery, threadMessageId, revisedMessageId, mayBePosted, language } = claimed;
  const { key, channel, document, mentions, threadOf, revises, attempts } = delivery;
  if (threadOf !== null && threadMessageId === null) return withoutTarget('in whose thread it goes');
  if (revises !== null && revisedMessageId === null) return withoutTarget('that it rewrites');
  const message: OutgoingMessage = { key, channel, document, mentions, language, threadMessageId };
  if (revisedMessageId !== null) return publisher.revise(revisedMessageId, message, attempt);
  if (mayBePosted) {
    const sought = { key, channel, threadMessageId, attempts, sinceMs: claimed.firstTriedAtMs };
    const found = await publisher.find(sought, attempt);
    if (found.kind !== 'absent') return found;
  }
  return publisher.publish(message, attempt);
}

function withoutTarget(which: string): PublishOutcome {
  return { kind: 'refused', problem: `The message ${which} was never posted.` };
}
