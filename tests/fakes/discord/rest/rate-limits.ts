import type { FakeDiscordOptions } from '../options.ts';

export interface Limited {
  readonly retryAfterSeconds: number;
  readonly scope: 'user' | 'global' | 'shared';
}

/** The state of the request's bucket, which Discord tells with each answer. */
export interface BucketState {
  readonly bucket: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAfterSeconds: number;
  readonly resetSeconds: number;
}

export interface RateLimits {
  /** Counts one request; the state is `null` for what has no bucket. */
  take(request: LimitedRequest): Taken;
}

export interface Taken {
  readonly limited: Limited | null;
  readonly state: BucketState | null;
}

export interface LimitedRequest {
  readonly method: string;
  readonly route: string;
  /** The first id of the path: buckets are kept by it. */
  readonly major: string;
  readonly nowMs: number;
}

interface Window {
  startMs: number;
  taken: number;
}

const createMessage = 'POST /channels/:channel/messages';
const globalPerSecond = 50;
/** What most routes were seen to answer; Discord promises no figures and wants the headers read. */
const ordinary = { limit: 10, windowMs: 10_000 };

export function createRateLimits(options: FakeDiscordOptions): RateLimits {
  const windows = new Map<string, Window>();
  const intervalMs = options.intervalMs ?? 5_000;

  function windowFor(key: string, windowMs: number, nowMs: number): Window {
    const known = windows.get(key);
    const isOver = !known || nowMs >= known.startMs + windowMs || nowMs < known.startMs;
    const window = isOver ? { startMs: nowMs, taken: 0 } : known;
    windows.set(key, window);
    return window;
  }

  function bucketOf(key: string): { readonly limit: number; readonly windowMs: number } | null {
    if (key === createMessage) return intervalMs > 0 ? { limit: 5, windowMs: intervalMs } : null;
    return options.hasRateLimits ? ordinary : null;
  }

  function takeGlobal({ route, nowMs }: LimitedRequest): Limited | null {
    // What interactions do is outside the global limit.
    if (!options.hasRateLimits || route.startsWith('/webhooks/')) return null;
    const second = windowFor('global', 1_000, nowMs);
    second.taken += 1;
    return second.taken > globalPerSecond
      ? { retryAfterSeconds: leftSeconds(second, 1_000, nowMs), scope: 'global' }
      : null;
  }

  function takeBucket({ method, route, major, nowMs }: LimitedRequest): Taken {
    const key = `${method} ${route}`;
    const bucket = bucketOf(key);
    if (!bucket) return free;
    const window = windowFor(`${key} ${major}`, bucket.windowMs, nowMs);
    const resetAfterSeconds = leftSeconds(window, bucket.windowMs, nowMs);
    const isFull = window.taken >= bucket.limit;
    window.taken += isFull ? 0 : 1;
    const state: BucketState = {
      bucket: Buffer.from(key).toString('hex').slice(-32),
      limit: bucket.limit,
      remaining: bucket.limit - window.taken,
      resetAfterSeconds,
      resetSeconds: nowMs / 1_000 + resetAfterSeconds,
    };
    return { limited: isFull ? { retryAfterSeconds: resetAfterSeconds, scope: 'user' } : null, state };
  }

  return {
    take(request) {
      // The first answer to an interaction has no limit at all.
      if (request.route.startsWith('/interactions/')) return free;
      const limited = takeGlobal(request);
      return limited ? { limited, state: null } : takeBucket(request);
    },
  };
}

const free: Taken = { limited: null, state: null };

function leftSeconds(window: Window, windowMs: number, nowMs: number): number {
  return Math.max(0.001, (window.startMs + windowMs - nowMs) / 1_000);
}
