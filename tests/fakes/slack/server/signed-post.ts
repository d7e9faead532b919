import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { isObject, type JsonObject, parsedJson } from '../json.ts';
import type { Settings } from '../settings.ts';
import type { Deliver, Envelope, Receipt } from './transport.ts';

/**
 * HTTP mode: POSTs to the request URL, signed as docs.slack.dev/authentication/verifying-requests-from-slack says, by
 * the real clock, since the receiver checks it by its own.
 */
export function createSignedPost(settings: Settings, requestUrl: string): Deliver {
  return async (envelope) => {
    const startMs = performance.now();
    const took = () => performance.now() - startMs;
    try {
      const response = await fetch(requestUrl, {
        method: 'POST',
        signal: AbortSignal.timeout(settings.ackDeadlineMs),
        ...signedRequest(envelope, settings.signingSecret, Math.floor(Date.now() / 1_000)),
      });
      const text = await response.text();
      const outcome = response.status === 200 ? 'acked' : 'http_error';
      return { outcome, status: response.status, payload: payloadOf(text), tookMs: took() };
    } catch (error) {
      const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
      const failure: Receipt = {
        ...{ outcome: isTimeout ? 'timeout' : 'connection_failed', status: 0, payload: {}, tookMs: took() },
      };
      return failure;
    }
  };
}

export function signedRequest(envelope: Envelope, signingSecret: string, atSeconds: number) {
  const isJson = envelope.kind === 'events_api';
  const body = isJson ? JSON.stringify(envelope.body) : formOf(envelope);
  const digest = createHmac('sha256', signingSecret).update(`v0:${atSeconds}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(atSeconds),
      'x-slack-signature': `v0=${digest}`,
      ...(envelope.attempt > 0
        ? {
            'x-slack-retry-num': String(envelope.attempt),
            'x-slack-retry-reason': envelope.retryReason.replace(/^timeout$/, 'http_timeout'),
          }
        : {}),
    },
  };
}

/** A command is a form of its fields; an interaction is one field of JSON. */
function formOf({ kind, body }: Envelope): string {
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(body) }).toString();
  const fields = Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(fields).toString();
}

/** An ack's content: JSON, plain text (a command's answer), or nothing. */
function payloadOf(text: string): JsonObject {
  if (text === '') return {};
  const value = parsedJson(text);
  return isObject(value) ? value : { text };
}
