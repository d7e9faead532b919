import { dayMs } from '../domain/moment.ts';

/**
 * When a source is due again. What a server says may only lengthen the wait: how long its answer stays fresh, and
 * after a failure its Retry-After. Failures double the wait. Never longer than a day, so that a source that
 * recovers is seen to.
 */
export function nextPollAtMs(poll: {
  readonly nowMs: number;
  readonly pollEveryMs: number;
  /** Before this poll. */
  readonly failures: number;
  readonly hasFailed: boolean;
  /** Freshness or Retry-After as the server gave it, `null` for none. */
  readonly serverWaitMs: number | null;
}): number {
  const ownWaitMs = poll.hasFailed ? poll.pollEveryMs * 2 ** Math.min(poll.failures, 10) : poll.pollEveryMs;
  return poll.nowMs + Math.min(dayMs, Math.max(ownWaitMs, poll.serverWaitMs ?? 0));
}
