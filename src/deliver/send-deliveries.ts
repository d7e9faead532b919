import type { Platform } from '../domain/delivery.ts';
import type { Clock } from '../ports/clock.ts';
import type { ClaimedDelivery, DeliveryStore } from '../ports/delivery-store.ts';
import type { Log } from '../ports/log.ts';
import type { Publisher, PublishOutcome } from '../ports/publisher.ts';

/** Longer than any platform takes to answer; after a crash the message waits so long before it is looked for. */
const leaseMs = 60_000;
const firstRetryMs = 15_000;
const longestRetryMs = 60 * 60_000;
/** "Retry-After: 0" obeyed to the letter would use up all attempts in one breath. */
const leastRetryMs = 1_000;
/** About a day of retries. */
const mostAttempts = 30;

export interface SendTools {
  readonly deliveries: DeliveryStore;
  readonly publishers: ReadonlyMap<Platform, Publisher>;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SendReport {
  readonly posted: number;
  readonly postponed: number;
  readonly dead: number;
}

/**
 * Sends what is owed until nothing is due. A message whose earlier sender died may stand in the channel already; it is
 * looked for by its key, and sent only when it is not there.
 */
export async function sendDeliveries(tools: SendTools): Promise<SendReport> {
  const report = { posted: 0, postponed: 0, dead: 0 };
  for (;;) {
    const claimed = await tools.deliveries.claimNext({ nowMs: tools.clock.nowMs(), leaseMs });
    if (!claimed) return report;
    const outcome = await trySend(claimed, tools);
    report[await record(claimed, outcome, tools)] += 1;
  }
}

/** The platform is not set up here: nobody was asked, so that nothing speaks against the message. */
interface PlatformOff {
  readonly kind: 'off';
  readonly problem: string;
}

/** What a publisher throws must not hold back the other channels: thrown on, it would at every run. */
async function trySend(claimed: ClaimedDelivery, tools: SendTools): Promise<PublishOutcome | PlatformOff> {
  try {
    return await send(claimed, tools);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tools.log.error('A publisher failed', { key: claimed.delivery.key, reason });
    return { kind: 'unknown', problem: 'The platform failed for a reason of its own; the log has it.' };
  }
}

async function send(
  claimed: ClaimedDelivery,
  { publishers }: SendTools,
): Promise<PublishOutcome | PlatformOff> {
  const { delivery, threadMessageId } = claimed;
  const publisher = publishers.get(delivery.channel.platform);
  if (!publisher) {
    return {
      kind: 'off',
      problem: `${delivery.channel.platform} is off; set its token to switch it on.`,
    };
  }
  if (claimed.mayBePosted || delivery.attempts > 1) {
    const found = await publisher.find(delivery.key, delivery.channel, threadMessageId);
    if (found.kind === 'posted') return found;
    if (found.kind === 'unknown') return { kind: 'postponed', retryAfterMs: null, problem: found.problem };
  }
  const { key, channel, document } = delivery;
  return publisher.publish({ key, channel, document, threadMessageId });
}

async function record(
  { delivery }: ClaimedDelivery,
  outcome: PublishOutcome | PlatformOff,
  { deliveries, clock, log }: SendTools,
): Promise<keyof SendReport> {
  const { key, attempts } = delivery;
  if (outcome.kind === 'posted') {
    await deliveries.recordPosted(key, outcome.messageId, clock.nowMs());
    return 'posted';
  }
  log.warn('Message could not be delivered', {
    key,
    attempts,
    outcome: outcome.kind,
    problem: outcome.problem,
  });
  if (outcome.kind === 'off') {
    await deliveries.recordPostponed(key, clock.nowMs() + longestRetryMs, outcome.problem);
    return 'postponed';
  }
  if (outcome.kind === 'refused' || attempts >= mostAttempts) {
    await deliveries.recordDead(key, outcome.problem, clock.nowMs());
    return 'dead';
  }
  const asked = outcome.kind === 'postponed' ? outcome.retryAfterMs : null;
  const waitMs = asked === null ? backoffMs(attempts) : Math.max(leastRetryMs, asked);
  await deliveries.recordPostponed(key, clock.nowMs() + waitMs, outcome.problem);
  return 'postponed';
}

function backoffMs(attempts: number): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 20));
}
