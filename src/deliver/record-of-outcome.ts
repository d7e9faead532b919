import type { DeliveryRecord } from '../ports/delivery-store.ts';
import type { PublishOutcome } from '../ports/publisher.ts';

const firstRetryMs = 15_000;
const longestRetryMs = 60 * 60_000;
/** Nothing that is asked costs anything while a platform or a workspace is off; what waits goes soon once it is on. */
const offRetryMs = 5 * 60_000;
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
  /** Before the attempt: whether the message may stand. */
  readonly mayBePosted: boolean;
}

/** What becomes of a message after an attempt: done, given up, or owed again later. */
export function recordOfOutcome(outcome: PublishOutcome, attempt: Attempt): DeliveryRecord {
  const { number, atMs, channelIntervalMs } = attempt;
  switch (outcome.kind) {
    case 'posted': {
      const { messageId, permalink } = outcome;
      return { kind: 'posted', messageId, permalink, atMs, nextAtMs: atMs + channelIntervalMs };
    }
    case 'off':
      return {
        kind: 'postponed',
        retryAtMs: atMs + offRetryMs,
        problem: outcome.problem,
        countsAttempt: false,
        mayBePosted: attempt.mayBePosted,
      };
    case 'refused':
      return { kind: 'dead', problem: outcome.problem, atMs, targetIsGone: false };
    case 'gone':
      return { kind: 'dead', problem: outcome.problem, atMs, targetIsGone: true };
    case 'postponed':
      return retryOrGiveUp(outcome, false, { number, atMs });
    case 'unknown':
      return retryOrGiveUp(outcome, true, { number, atMs });
  }
}

function retryOrGiveUp(
  {
    problem,
    retryAfterMs: askedMs,
  }: Pick<Extract<PublishOutcome, { kind: 'unknown' }>, 'problem' | 'retryAfterMs'>,
  mayBePosted: boolean,
  { number, atMs }: Pick<Attempt, 'number' | 'atMs'>,
): DeliveryRecord {
  if (number >= mostAttempts) return { kind: 'dead', problem, atMs, targetIsGone: false };
  const waitMs = askedMs === null ? backoffMs(number) : Math.max(leastRetryMs, askedMs);
  return { kind: 'postponed', retryAtMs: atMs + waitMs, problem, countsAttempt: true, mayBePosted };
}

function backoffMs(attempts: number): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 20));
}
