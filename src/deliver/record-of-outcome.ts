import type { DeliveryRecord } from '../ports/delivery-store.ts';
import type { PublishOutcome } from '../ports/publisher.ts';
import type { PlatformOff } from './try-delivery.ts';

const firstRetryMs = 15_000;
const longestRetryMs = 60 * 60_000;
/** "Retry-After: 0" obeyed to the letter would use up all attempts in one breath. */
const leastRetryMs = 1_000;
/** About a day of retries. */
const mostAttempts = 30;

/** What is known of the message beside the outcome. */
export interface Attempt {
  /** Counts from 1. */
  readonly number: number;
  readonly atMs: number;
  readonly channelIntervalMs: number;
}

/** What becomes of a message after an attempt: done, given up, or owed again later. */
export function recordOfOutcome(outcome: PublishOutcome | PlatformOff, attempt: Attempt): DeliveryRecord {
  const { number, atMs, channelIntervalMs } = attempt;
  switch (outcome.kind) {
    case 'posted': {
      const { messageId, permalink } = outcome;
      return { kind: 'posted', messageId, permalink, atMs, nextAtMs: atMs + channelIntervalMs };
    }
    case 'off':
      return {
        kind: 'postponed',
        retryAtMs: atMs + longestRetryMs,
        problem: outcome.problem,
        countsAttempt: false,
      };
    case 'refused':
      return { kind: 'dead', problem: outcome.problem, atMs };
    case 'postponed':
      return retryOrGiveUp(outcome.problem, outcome.retryAfterMs, attempt);
    case 'unknown':
      return retryOrGiveUp(outcome.problem, null, { number, atMs });
  }
}

function retryOrGiveUp(
  problem: string,
  askedMs: number | null,
  { number, atMs }: Pick<Attempt, 'number' | 'atMs'>,
): DeliveryRecord {
  if (number >= mostAttempts) return { kind: 'dead', problem, atMs };
  const waitMs = askedMs === null ? backoffMs(number) : Math.max(leastRetryMs, askedMs);
  return { kind: 'postponed', retryAtMs: atMs + waitMs, problem, countsAttempt: true };
}

function backoffMs(attempts: number): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 20));
}
