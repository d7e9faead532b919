import type { FakeCall } from '../records.ts';
import { jsonOf } from '../validate/fields.ts';
import type { World } from '../world.ts';
import { ApiError, errorTree, refuse } from './api-error.ts';
import type { BucketState, Limited, RateLimits } from './rate-limits.ts';
import type { Matched } from './router.ts';
import type { Trouble } from './troubles.ts';

/** A request as far as it has been read. */
export interface ReadRequest {
  readonly call: FakeCall;
  readonly matched: Matched | null;
  readonly authorization: string | undefined;
  readonly rawBody: unknown;
  readonly fileCount: number;
  /** Does it bring its own time? Then nobody waits by ours. */
  readonly bringsTime: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Carries a request out, or says with Discord's own status and code why not. */
export function answerRequest(
  world: World,
  limits: RateLimits,
  request: ReadRequest,
  trouble: Trouble | null,
): Answer {
  try {
    const { call, matched } = request;
    if (!matched) throw refuse('unknownRoute');
    if (needsToken(matched.route) && request.authorization !== `Bot ${world.token}`)
      throw refuse('unauthorized');
    if (trouble?.kind === 'limited') return limitedAnswer(trouble.limited, {});
    if (trouble?.kind === 'refused')
      throw new ApiError(trouble.status, trouble.code, 'Refused, as the test wants it');
    const major = Object.values(matched.ids)[0] ?? '';
    const taken = limits.take({
      method: call.method,
      route: matched.route,
      major,
      nowMs: world.clock.nowMs(),
    });
    // A client that waits by the machine's clock would wait out seconds of another time.
    const headers = taken.state && !request.bringsTime ? bucketHeaders(taken.state) : {};
    if (taken.limited) return limitedAnswer(taken.limited, headers);
    const { status, body } = matched.handler({
      world,
      ids: matched.ids,
      query: call.query,
      body: jsonOf(request.rawBody),
      rawBody: request.rawBody,
      fileCount: request.fileCount,
    });
    return { status, body, headers };
  } catch (error) {
    if (error instanceof ApiError) return refusedAnswer(error);
    throw error;
  }
}

/** The token of an interaction is enough for what belongs to it. */
function needsToken(route: string): boolean {
  return !/^\/(?:interactions|webhooks)\//.test(route) && route !== '/gateway';
}

export function refusedAnswer({ status, code, message, fields }: ApiError): Answer {
  const errors = fields.length ? { errors: errorTree(fields) } : {};
  return { status, body: { message, code, ...errors }, headers: {} };
}

function limitedAnswer(limited: Limited, headers: Readonly<Record<string, string>>): Answer {
  const { retryAfterSeconds, scope } = limited;
  const isGlobal = scope === 'global';
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global: isGlobal },
    headers: {
      ...headers,
      'retry-after': String(retryAfterSeconds),
      'x-ratelimit-scope': scope,
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
      via: '1.1 fake',
    },
  };
}

function bucketHeaders(state: BucketState): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-bucket': state.bucket,
    'x-ratelimit-limit': String(state.limit),
    'x-ratelimit-remaining': String(state.remaining),
    'x-ratelimit-reset': state.resetSeconds.toFixed(3),
    'x-ratelimit-reset-after': state.resetAfterSeconds.toFixed(3),
  };
}
