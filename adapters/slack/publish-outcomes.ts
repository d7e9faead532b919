import type { Admission, FindOutcome, PublishOutcome } from '../../src/ports/publisher.ts';
import type { SlackFailure } from './slack-errors.ts';

/** The workspace lets the bot in no more, or never did: nothing is wrong with the message or its channel. */
const shut: readonly string[] = [
  'not_installed',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'not_allowed_token_type',
  'account_inactive',
  'access_denied',
  'team_access_not_granted',
  'ekm_access_denied',
];

/** What a message was to go below, or to rewrite, is not there. */
const taken: readonly string[] = ['thread_not_found', 'message_not_found'];

/** Of these, posting says the same: nothing can stand. */
const nowhere: readonly string[] = ['channel_not_found', 'thread_not_found'];

/** What a failure means for the whole of a delivery, of which a part may stand. */
export function outcomeOfFailure(failure: SlackFailure, partStands: boolean): PublishOutcome {
  const { kind, problem } = failure;
  switch (kind) {
    case 'rate_limited':
      return { kind: partStands ? 'unknown' : 'postponed', retryAfterMs: failure.retryAfterMs, problem };
    case 'unavailable':
      return { kind: partStands ? 'unknown' : 'postponed', retryAfterMs: null, problem };
    case 'refused':
      if (shut.includes(failure.code)) {
        return partStands ? { kind: 'unknown', retryAfterMs: null, problem } : { kind: 'off', problem };
      }
      return { kind: taken.includes(failure.code) ? 'gone' : 'refused', problem };
    case 'unknown':
      return { kind: 'unknown', retryAfterMs: null, problem };
  }
}

/** Where nothing can stand, posting says why. */
export function outcomeOfSearch(failure: SlackFailure): FindOutcome {
  const { kind, problem } = failure;
  if (kind !== 'refused') {
    return { kind: 'unknown', retryAfterMs: kind === 'rate_limited' ? failure.retryAfterMs : null, problem };
  }
  if (shut.includes(failure.code)) return { kind: 'off', problem };
  if (nowhere.includes(failure.code)) return { kind: 'absent' };
  // Slack keeps no cursor for good: the next search begins anew.
  if (failure.code === 'invalid_cursor') return { kind: 'unknown', retryAfterMs: null, problem };
  return { kind: 'refused', problem };
}

/** Of a failure to learn who the bot is in a workspace. */
export function admissionOf(failure: SlackFailure): Admission {
  const isShut = failure.kind === 'refused' && shut.includes(failure.code);
  return isShut ? { kind: 'off', problem: failure.problem } : { kind: 'unknown' };
}
