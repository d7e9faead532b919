import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { HttpOutcome } from '../../src/ports/http-client.ts';
import { readDecodedBody } from './decoded-body.ts';
import { freshForMs, retryAfterMs, validatorsOf } from './response-headers.ts';

export type Hop = { readonly kind: 'redirect'; readonly location: string } | HttpOutcome;

const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** 4xx that RFC 9110 and RFC 8470 call worth repeating; every other 4xx will be the same tomorrow. */
const passing: readonly number[] = [408, 425, 429];

/** Turns one response into an outcome, or into the next address to ask. Rejects when the body cannot be read. */
export async function readAnswer(
  response: Dispatcher.ResponseData,
  request: { readonly maxBytes: number; readonly isConditional: boolean },
  url: URL,
  nowMs: number,
): Promise<Hop> {
  const { statusCode: status, headers, body } = response;
  const { isConditional } = request;
  // A body that is given up emits an error that nobody waits for any more.
  body.on('error', () => undefined);
  try {
    if (status >= 200 && status < 300) {
      return {
        kind: 'ok',
        finalUrl: url.href,
        contentType: headerText(headers, 'content-type'),
        body: await readDecodedBody(body, headerText(headers, 'content-encoding') ?? '', request.maxBytes),
        validators: validatorsOf(headers),
        freshForMs: freshForMs(headers, nowMs),
      };
    }
    if (status === 304) await body.dump();
  } finally {
    body.destroy();
  }
  const hop = withoutBody(status, headers, url, nowMs);
  return hop.kind === 'not_modified' && !isConditional ? unasked(url) : hop;
}

function withoutBody(status: number, headers: IncomingHttpHeaders, url: URL, nowMs: number): Hop {
  if (status === 304) return { kind: 'not_modified', freshForMs: freshForMs(headers, nowMs) };
  if (redirects.includes(status) && headers.location) {
    // Header bytes arrive as Latin-1; an address with letters outside ASCII is in fact UTF-8.
    return { kind: 'redirect', location: Buffer.from(headers.location, 'latin1').toString('utf8') };
  }
  if (status >= 400 && status < 500 && !passing.includes(status)) {
    return { kind: 'refused', problem: problemOf(status, url), status };
  }
  return { kind: 'failed', problem: problemOf(status, url), retryAfterMs: retryAfterMs(headers, nowMs) };
}

/** Believed, it would keep a source silent for ever without a word. */
function unasked({ hostname }: URL): Hop {
  const problem = `${hostname} answered "not modified" (status 304) to a request that named no earlier answer.`;
  return { kind: 'failed', problem, retryAfterMs: null };
}

function problemOf(status: number, { hostname }: URL): string {
  switch (status) {
    case 401:
    case 403:
      return `${hostname} does not let this program read the address (status ${status}).`;
    case 404:
      return `${hostname} has nothing at this address (status 404); check it.`;
    case 410:
      return `${hostname} has removed this address for good (status 410).`;
    case 429:
      return `${hostname} asks for fewer requests (status 429).`;
    default:
      return status >= 500
        ? `${hostname} has trouble of its own (status ${status}).`
        : `${hostname} answered with status ${status}.`;
  }
}

function headerText(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(', ') : value) || null;
}
