import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../src/ports/log.ts';

/** The Web API of each workspace that installed the bot. */
export interface SlackClients {
  /** `null` where it is not installed, or not any more. */
  of(workspaceId: string): Promise<WebClient | null>;
}

export interface SlackClientOptions {
  /** Base of the Web API with its trailing slash; `null` for Slack itself. */
  readonly apiUrl: string | null;
  readonly log: Log;
  /** Default 20 s: a posted message has to be recorded before its claim runs out. */
  readonly timeoutMs?: number;
  /** What asks over HTTP; `globalThis.fetch` without. */
  readonly fetch?: NonNullable<WebClientOptions['fetch']>;
}

const defaultTimeoutMs = 20_000;

/** The one way in which we ask Slack. */
export function createSlackClient(token: string, options: SlackClientOptions): WebClient {
  return new WebClient(token, slackClientOptions(options));
}

/**
 * The same as options, for what makes its own clients. Nothing is tried again in here: the outbox owns the retries, and
 * a message that may stand must be looked for first. Rate limits come back as errors: the client would wait
 * Retry-After and its own back-off on top.
 */
export function slackClientOptions({ apiUrl, log, timeoutMs, fetch }: SlackClientOptions): WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    ...(fetch ? { fetch } : {}),
    // An address instead of a method's name would be asked with our token.
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs ?? defaultTimeoutMs,
    logger: silentLogger(log),
  };
}

/** Its debug lines hold whole messages; what it warns of goes to our log. */
function silentLogger(log: Log): Logger {
  const warn = (...parts: readonly unknown[]) => log.warn('Slack warns', { detail: detailOf(parts) });
  return {
    debug: () => undefined,
    info: () => undefined,
    warn,
    error: warn,
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

const detailChars = 300;

function detailOf(parts: readonly unknown[]): string {
  const texts = parts.map((part) => (part instanceof Error ? part.message : String(part)));
  return withoutTokens(texts.join(' ')).slice(0, detailChars);
}

/** Slack's tokens never reach a log. */
export function withoutTokens(text: string): string {
  return text.replace(/\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[\w.-]+/gi, '[token]');
}
