import type { Validators } from '../domain/source.ts';

export interface HttpRequest {
  readonly url: string;
  readonly accept: string;
  /** Sent as If-None-Match and If-Modified-Since, byte for byte; both `null` for an unconditional request. */
  readonly validators: Validators;
  /** Cap on the decoded body. */
  readonly maxBytes: number;
  /** Deadline for the whole request with all its redirects, from DNS to the last byte. */
  readonly timeoutMs: number;
}

/** `problem` is a sentence for people, without secrets. */
export type HttpOutcome =
  | {
      readonly kind: 'ok';
      /** Address that answered, after redirects. */
      readonly finalUrl: string;
      readonly contentType: string | null;
      readonly body: Uint8Array;
      readonly validators: Validators;
      /** From Cache-Control: max-age or Expires; `null` when neither is given. */
      readonly freshForMs: number | null;
    }
  | { readonly kind: 'not_modified'; readonly freshForMs: number | null }
  /** The answer will not change by itself: a forbidden address, 404, 410, too large. */
  | {
      readonly kind: 'refused';
      readonly problem: string;
      readonly status: number | null;
    }
  /** Worth another try: time-out, reset, 5xx, 429. */
  | {
      readonly kind: 'failed';
      readonly problem: string;
      readonly retryAfterMs: number | null;
    };

/** The one guarded way to the outside. Never throws for what a server or a network does. */
export interface HttpClient {
  fetch(request: HttpRequest): Promise<HttpOutcome>;
}
