import type { HttpClient, HttpOutcome, HttpRequest } from '../../src/ports/http-client.ts';

const noValidators = { etag: null, lastModified: null };

/** Answers each address with its outcome and keeps what it was asked; an address without one is refused as 404. */
export class ScriptedHttp implements HttpClient {
  readonly requests: HttpRequest[] = [];
  readonly #outcomes: Map<string, HttpOutcome>;

  constructor(outcomes: Readonly<Record<string, HttpOutcome>> = {}) {
    this.#outcomes = new Map(Object.entries(outcomes));
  }

  answer(url: string, outcome: HttpOutcome): void {
    this.#outcomes.set(url, outcome);
  }

  async fetch(request: HttpRequest): Promise<HttpOutcome> {
    this.requests.push(request);
    return (
      this.#outcomes.get(request.url) ?? {
        kind: 'refused',
        problem: `${request.url} answered 404.`,
        status: 404,
      }
    );
  }
}

/** A full answer that carries `text`. */
export function okOutcome(
  text: string,
  over: Partial<HttpOutcome & { kind: 'ok' }> = {},
): HttpOutcome & { kind: 'ok' } {
  return {
    kind: 'ok',
    finalUrl: 'https://final.example/',
    contentType: null,
    body: new TextEncoder().encode(text),
    validators: noValidators,
    freshForMs: null,
    ...over,
  };
}
