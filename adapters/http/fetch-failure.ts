import type { HttpOutcome } from '../../src/ports/http-client.ts';
import { BodyTooLargeError, UnknownEncodingError } from './decoded-body.ts';
import { ForbiddenAddressError } from './guarded-connector.ts';

/** Why a request was given up from our side; carried as the reason of its abort signal. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';

  constructor(timeoutMs: number) {
    super(`did not answer in full within ${timeoutMs / 1000} s`);
  }
}

export class StoppedError extends Error {
  override readonly name = 'StoppedError';

  constructor() {
    super('was not asked, because the program is stopping');
  }
}

/** What node and undici say by code, as the rest of a sentence that begins with the host. */
const causes: Readonly<Record<string, string>> = {
  ENOTFOUND: 'has no address in the DNS',
  EAI_AGAIN: 'could not be looked up in the DNS just now',
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'broke the connection off',
  EPIPE: 'broke the connection off',
  ETIMEDOUT: 'could not be reached in time',
  EHOSTUNREACH: 'could not be reached',
  ENETUNREACH: 'could not be reached',
  UND_ERR_CONNECT_TIMEOUT: 'could not be reached in time',
  UND_ERR_SOCKET: 'broke the connection off',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'sent less than it announced',
  UND_ERR_HEADERS_OVERFLOW: 'sent too many headers',
  CERT_HAS_EXPIRED: 'has a certificate that has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for',
  SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate that nobody vouches for',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate that nobody vouches for',
};

/** The outcome for what was thrown on the way to `hostname`. Messages of libraries are not shown: they may quote the URL. */
export function failureOutcome(error: unknown, hostname: string): HttpOutcome {
  if (error instanceof ForbiddenAddressError) return refused(error.message);
  if (error instanceof BodyTooLargeError || error instanceof UnknownEncodingError) {
    return refused(`${hostname}: ${error.message}`);
  }
  if (error instanceof DeadlineError || error instanceof StoppedError)
    return failed(`${hostname} ${error.message}.`);
  const code = codeOf(error);
  const said = causes[code];
  if (said) return failed(`${hostname} ${said}.`);
  if (/^(?:Z_|ERR_BROTLI|ERR_ZLIB|ERR__ERROR|ZSTD_|ERR_PADDING)/.test(code)) {
    return failed(`${hostname} sent a damaged compressed answer (${code}).`);
  }
  return failed(`${hostname} could not be read (${code || 'unknown error'}).`);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.name : codeOf(error.cause);
}

function refused(problem: string): HttpOutcome {
  return { kind: 'refused', problem, status: null };
}

function failed(problem: string): HttpOutcome {
  return { kind: 'failed', problem, retryAfterMs: null };
}
