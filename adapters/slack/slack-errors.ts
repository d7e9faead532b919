import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { refusalSentence } from './refusal-sentences.ts';

/** Why a call of the Web API did not answer. `problem` is a sentence, and never holds a token. */
export type SlackFailure =
  /** Nothing was done. `null`: Slack does not say how long to wait. */
  | { readonly kind: 'rate_limited'; readonly retryAfterMs: number | null; readonly problem: string }
  /** Nothing was done, and it is worth another try. */
  | { readonly kind: 'unavailable'; readonly problem: string }
  /** Nothing was done, and no retry would help. `code` is Slack's. */
  | { readonly kind: 'refused'; readonly code: string; readonly problem: string }
  /** The answer was lost, or says nothing: it may have been done or not. */
  | { readonly kind: 'unknown'; readonly problem: string };

/** Codes of Slack that pass by themselves (docs.slack.dev/reference/methods, "Errors"). */
const passing: readonly string[] = [
  'team_added_to_org',
  'org_login_required',
  'request_timeout',
  'service_unavailable',
];
/** Slack documents that some of the operation may have succeeded. */
const doubtful: readonly string[] = ['fatal_error', 'internal_error'];
const limited: readonly string[] = ['ratelimited', 'rate_limited', 'message_limit_exceeded'];
/** No connection was made, so that nothing was sent. */
const unconnected: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

const pause = 'Slack asks for a pause; the message waits.';
const unanswered = 'Slack did not answer; what was sent may have arrived.';

/** What a call of a WebClient threw, in our words. */
export function slackFailure(error: unknown): SlackFailure {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'rate_limited', retryAfterMs: error.retryAfter * 1_000, problem: pause };
  }
  if (error instanceof WebAPIPlatformError) return failureOfAnswer(error.data);
  if (error instanceof WebAPIHTTPError) {
    return { kind: 'unknown', problem: `Slack answered with the HTTP status ${error.statusCode}.` };
  }
  if (error instanceof WebAPIRequestError && isUnconnected(error.original)) {
    return { kind: 'unavailable', problem: 'Slack cannot be reached; check the connection of this machine.' };
  }
  return { kind: 'unknown', problem: unanswered };
}

/** An answer that is not `ok`. A proxy's page comes as a "code" that is none. */
function failureOfAnswer(data: WebAPIPlatformError['data']): SlackFailure {
  const { error: code } = data;
  if (!/^[a-z0-9_]{1,80}$/.test(code)) {
    return { kind: 'unknown', problem: 'What answered is not Slack; check SLACK_API_URL and any proxy.' };
  }
  if (limited.includes(code)) return { kind: 'rate_limited', retryAfterMs: null, problem: pause };
  if (doubtful.includes(code)) return { kind: 'unknown', problem: `Slack failed by itself (${code}).` };
  if (passing.includes(code)) return { kind: 'unavailable', problem: `Slack is not able to now (${code}).` };
  return { kind: 'refused', code, problem: refusalSentence(code, neededScope(data)) };
}

/** The scope that Slack says is missing: `channels:history`; `null` where it names none. */
function neededScope(data: object): string | null {
  const needed = 'needed' in data ? data.needed : null;
  return typeof needed === 'string' && /^[\w.:,-]{1,200}$/.test(needed) ? needed : null;
}

function isUnconnected({ cause }: Error): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && unconnected.includes(code);
}
