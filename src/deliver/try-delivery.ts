import type { Platform } from '../domain/delivery.ts';
import type { ClaimedDelivery } from '../ports/delivery-store.ts';
import type { Log } from '../ports/log.ts';
import type { OutgoingMessage, Publisher, PublishOutcome } from '../ports/publisher.ts';

/** The platform is not set up here: nobody was asked, so that nothing speaks against the message. */
export interface PlatformOff {
  readonly kind: 'off';
  readonly problem: string;
}

export interface PublishTools {
  readonly publishers: ReadonlyMap<Platform, Publisher>;
  readonly log: Log;
}

/**
 * Posts a claimed message, or rewrites the one that it revises. A message that may stand in the channel already is looked
 * for by its key, and sent only when it is not there. What a publisher throws must not hold back the other channels:
 * thrown on, it would at every run.
 */
export async function tryDelivery(
  claimed: ClaimedDelivery,
  { publishers, log }: PublishTools,
): Promise<PublishOutcome | PlatformOff> {
  const { key, channel } = claimed.delivery;
  const publisher = publishers.get(channel.platform);
  if (!publisher) {
    return { kind: 'off', problem: `${channel.platform} is off; set its token to switch it on.` };
  }
  try {
    return await deliver(claimed, publisher);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error('A publisher failed', { key, reason });
    return { kind: 'unknown', problem: 'The platform failed for a reason of its own; the log has it.' };
  }
}

async function deliver(claimed: ClaimedDelivery, publisher: Publisher): Promise<PublishOutcome> {
  const { delivery, threadMessageId, revisedMessageId, mayBePosted } = claimed;
  const { key, channel, document, mentions, threadOf, revises, attempts } = delivery;
  if (threadOf !== null && threadMessageId === null) return withoutTarget('in whose thread it goes');
  if (revises !== null && revisedMessageId === null) return withoutTarget('that it rewrites');
  const message: OutgoingMessage = { key, channel, document, mentions, threadMessageId };
  if (revisedMessageId !== null) return publisher.revise(revisedMessageId, message);
  if (mayBePosted || attempts > 1) {
    const found = await publisher.find(key, channel, threadMessageId);
    if (found.kind === 'posted') return found;
    if (found.kind === 'unknown') return { kind: 'postponed', retryAfterMs: null, problem: found.problem };
  }
  return publisher.publish(message);
}

function withoutTarget(which: string): PublishOutcome {
  return { kind: 'refused', problem: `The message ${which} was never posted.` };
}
