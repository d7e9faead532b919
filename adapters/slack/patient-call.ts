import type { Wait } from '../../src/domain/in-time.ts';
import { slackFailure } from './slack-errors.ts';

/** Makes a call to Slack, and makes it again where that may help. Any other failure is the caller's. */
export type PatientCall = <Answer>(call: () => Promise<Answer>) => Promise<Answer>;

interface Patience {
  readonly mostWaits: number;
  readonly longestWaitMs: number;
  /** Whether a Slack that cannot be reached, or says that it is not able to now, is asked again too. */
  readonly isForOutages: boolean;
}

/** Somebody waits: longer than that, and they are better told. */
const whileSomebodyWaits: Patience = { mostWaits: 3, longestWaitMs: 30_000, isForOutages: false };
/** Nobody else will bring this answer. */
const lastTry: Patience = { mostWaits: 1, longestWaitMs: 300_000, isForOutages: true };
/** Where Slack asks for a pause and does not say how long. */
const unsaidMs = 1_000;

/** Again after a `Retry-After`, as often as somebody who waits bears it. */
export function createPatientCall(wait: Wait, signal: AbortSignal): PatientCall {
  return callAgain(whileSomebodyWaits, wait, signal);
}

/** Once more, after as long a wait as Slack asks for. Nothing is made again that may have been done. */
export function createLastTry(wait: Wait, signal: AbortSignal): PatientCall {
  return callAgain(lastTry, wait, signal);
}

function callAgain(patience: Patience, wait: Wait, signal: AbortSignal): PatientCall {
  return async function again<Answer>(
    call: () => Promise<Answer>,
    waitsLeft = patience.mostWaits,
  ): Promise<Answer> {
    try {
      return await call();
    } catch (error) {
      const pauseMs = waitsLeft > 0 ? pauseAfter(error, patience) : null;
      if (pauseMs === null) throw error;
      await wait(pauseMs, signal);
      return again(call, waitsLeft - 1);
    }
  };
}

/** How long Slack asks to wait; `null` where waiting does not help, or is too long. */
function pauseAfter(error: unknown, { longestWaitMs, isForOutages }: Patience): number | null {
  const failure = slackFailure(error);
  if (failure.kind === 'unavailable') return isForOutages ? unsaidMs : null;
  if (failure.kind !== 'rate_limited') return null;
  const pauseMs = failure.retryAfterMs ?? unsaidMs;
  return pauseMs <= longestWaitMs ? pauseMs : null;
}
