import type { IncomingHttpHeaders } from 'node:http';
import type { Validators } from '../../src/domain/source.ts';

/** RFC 9110 5.6.7: the preferred form, RFC 850's, and asctime's, which has no zone and means GMT. */
const httpDate = /^[A-Z][a-z]+,? .*(?:GMT|\d{4})$/;

/** ETag and Last-Modified as they came. An empty value is none: sent back, it matches nothing. */
export function validatorsOf(headers: IncomingHttpHeaders): Validators {
  return { etag: headers.etag || null, lastModified: headers['last-modified'] || null };
}

/** How long the answer stays fresh (RFC 9111 4.2.1 and 4.2.3), `null` when neither max-age nor Expires is given. */
export function freshForMs(headers: IncomingHttpHeaders, nowMs: number): number | null {
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(headers['cache-control'] ?? '')?.[1];
  const ageMs = secondsMs(headers.age) ?? 0;
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) * 1000 - ageMs);
  if (headers.expires === undefined) return null;
  // An Expires that is no date, as in "0", means: stale already.
  const expiresMs = httpDateMs(headers.expires) ?? nowMs;
  return Math.max(0, expiresMs - (httpDateMs(headers.date) ?? nowMs) - ageMs);
}

/** Retry-After in either form (RFC 9110 10.2.3), `null` when there is none that can be read. */
export function retryAfterMs(headers: IncomingHttpHeaders, nowMs: number): number | null {
  const value = headers['retry-after'];
  const atMs = httpDateMs(value);
  return secondsMs(value) ?? (atMs === null ? null : Math.max(0, atMs - nowMs));
}

function secondsMs(value: string | undefined): number | null {
  const text = value?.trim() ?? '';
  return /^\d{1,10}$/.test(text) ? Number(text) * 1000 : null;
}

function httpDateMs(value: string | undefined): number | null {
  const text = value?.trim() ?? '';
  if (!httpDate.test(text)) return null;
  const ms = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(ms) ? null : ms;
}
