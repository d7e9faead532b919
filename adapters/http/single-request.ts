import { once } from 'node:events';
import { type Dispatcher, request as send } from 'undici';
import type { Validators } from '../../src/domain/source.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpRequest } from '../../src/ports/http-client.ts';
import { acceptedEncodings } from './decoded-body.ts';
import { DeadlineError, failureOutcome } from './fetch-failure.ts';
import { type Hop, readAnswer } from './http-answer.ts';
import { bareHostname } from './url-policy.ts';

export interface SenderOptions {
  readonly userAgent: string;
  readonly clock: Clock;
  wait(ms: number, signal: AbortSignal): Promise<void>;
  readonly agent: Dispatcher;
  /** Ends every request under way. */
  readonly stopped: AbortSignal;
}

/** Sends one request and reads its answer to the end, within `remainingMs`. Follows no redirect. Never rejects. */
export async function sendOnce(
  options: SenderOptions,
  url: URL,
  request: HttpRequest,
  validators: Validators,
  remainingMs: number,
): Promise<Hop> {
  const givingUp = new AbortController();
  const settled = new AbortController();
  const giveUp = (): void => givingUp.abort(new DeadlineError(request.timeoutMs));
  options.wait(remainingMs, settled.signal).then(giveUp, () => undefined);
  const signal = AbortSignal.any([givingUp.signal, options.stopped]);
  try {
    const headers = headersOf(options.userAgent, request.accept, validators);
    const sent = send(url, { dispatcher: options.agent, method: 'GET', headers, signal });
    // undici hears an abort only once it is connected: raced, a name server that is silent ends with the deadline too.
    const response = await Promise.race([sent, rejectionOn(signal)]);
    const isConditional = validators.etag !== null || validators.lastModified !== null;
    const { maxBytes } = request;
    return await readAnswer(response, { maxBytes, isConditional }, url, options.clock.nowMs());
  } catch (error) {
    // What undici throws on an abort differs by the stage it was in; the reason is what we know.
    return failureOutcome(signal.aborted ? signal.reason : error, bareHostname(url));
  } finally {
    settled.abort();
  }
}

async function rejectionOn(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted();
  await once(signal, 'abort');
  throw signal.reason;
}

/** No cookies, no Referer. An empty validator is not sent: it would match nothing. */
function headersOf(userAgent: string, accept: string, validators: Validators): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept,
    'accept-encoding': acceptedEncodings,
    ...(validators.etag && { 'if-none-match': validators.etag }),
    ...(validators.lastModified && { 'if-modified-since': validators.lastModified }),
  };
}
