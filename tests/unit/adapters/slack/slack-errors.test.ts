import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { expect, test } from 'vitest';
import { slackFailure } from '../../../../adapters/slack/slack-errors.ts';

function refusalOf(error: string, extra: object = {}) {
  return slackFailure(new WebAPIPlatformError({ ok: false, error, ...extra }));
}

test('tells how long a rate limit lasts', () => {
  expect(slackFailure(new WebAPIRateLimitedError(3))).toMatchObject({
    kind: 'rate_limited',
    retryAfterMs: 3_000,
  });
  expect(refusalOf('ratelimited')).toMatchObject({ kind: 'rate_limited', retryAfterMs: null });
});

test.each([
  ['not_in_channel', /invite it there with \/invite/],
  ['channel_not_found', /\/invite/],
  ['is_archived', /unarchive it/],
  ['token_revoked', /install the app in this workspace again/],
  ['invalid_auth', /set its new token/],
  ['account_inactive', /removed from this workspace/],
  ['restricted_action', /ask them to let the bot post/],
  ['msg_blocks_too_long', /too long for Slack/],
  ['not_allowed_token_type', /xoxb-/],
  ['some_new_code', /^Slack refuses this \(some_new_code\)\.$/],
])('says what %s means and what to do, in one sentence', (code, sentence) => {
  const failure = refusalOf(code);

  expect(failure).toMatchObject({ kind: 'refused', code, problem: expect.stringMatching(sentence) });
  expect(failure.problem).toMatch(/^[A-Z][^.]*\.$/);
});

test('names the scope that is missing, and repeats nothing that is none', () => {
  expect(refusalOf('missing_scope', { needed: 'channels:history' }).problem).toContain(
    'lacks the scope channels:history;',
  );
  expect(refusalOf('missing_scope', { needed: '<b>&' }).problem).toContain('lacks a scope;');
});

test('waits for what passes by itself, and doubts what may have been done', () => {
  expect(refusalOf('service_unavailable').kind).toBe('unavailable');
  expect(refusalOf('fatal_error').kind).toBe('unknown');
  expect(slackFailure(new WebAPIHTTPError(502, 'Bad Gateway', {})).problem).toContain('502');
  expect(slackFailure(new WebAPIHTTPError(502, 'Bad Gateway', {})).kind).toBe('unknown');
});

test('tells what was not sent from what may have arrived', () => {
  const failed = (code: string) =>
    new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) }));

  expect(slackFailure(failed('ECONNREFUSED')).kind).toBe('unavailable');
  expect(slackFailure(failed('ECONNRESET')).kind).toBe('unknown');
  expect(slackFailure(new WebAPIRequestError(new DOMException('timed out', 'TimeoutError'))).kind).toBe(
    'unknown',
  );
  expect(slackFailure('whatever').kind).toBe('unknown');
});

test('repeats no page of a proxy, and no token in one', () => {
  const { kind, problem } = refusalOf('<html>xoxb-1-secret</html>');

  expect(kind).toBe('unknown');
  expect(problem).toBe('What answered is not Slack; check SLACK_API_URL and any proxy.');
});
