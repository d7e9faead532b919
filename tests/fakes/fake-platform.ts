import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { EditRequest, PostRequest } from './fake-platform-api.ts';
import { createFakeChannels, type FakeMessage } from './fake-platform-channels.ts';
import { createRateLimit } from './fake-platform-rate.ts';

/**
 * What goes wrong with a request that posts or edits: `lost` does it and hangs up before answering, `dropped` hangs up
 * and does nothing, `failed` answers 500 and does nothing, `slow` takes `slowMs`.
 */
export type Mishap = 'lost' | 'dropped' | 'failed' | 'slow';

export interface FakePlatformOptions {
  /** Default 1,000, as Slack documents for chat.postMessage: one message per second and channel. */
  readonly intervalMs?: number;
  /** Messages taken at once after a pause. Default 1: Slack lets short bursts through and promises none. */
  readonly burst?: number;
  /** How long each answer takes. Default 0. */
  readonly latencyMs?: number;
  /** Asked for each request that posts or edits; none by default. */
  readonly nextMishap?: () => Mishap | null;
}

export interface FakePlatform {
  readonly url: string;
  /** What stands in all channels, in the order of posting. */
  readonly messages: readonly FakeMessage[];
  /** Answers of 429. */
  readonly limited: number;
  readonly mishaps: number;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const failed: Answer = { status: 500, body: {} };
const notFound: Answer = { status: 404, body: {} };
const slowMs = 40;

/**
 * A chat platform on a free loopback port: channels, threads, posts that carry a key, edits, and a search of the recent
 * history by key. Its limits count by the time that its clients bring, so that it can live in a simulated month.
 */
export async function startFakePlatform(options: FakePlatformOptions = {}): Promise<FakePlatform> {
  const channels = createFakeChannels();
  const waitMsOf = createRateLimit(options.intervalMs ?? 1_000, options.burst ?? 1);
  const counts = { limited: 0, mishaps: 0 };

  async function change(
    request: PostRequest | EditRequest,
    carryOut: () => object | null,
    response: ServerResponse,
  ): Promise<void> {
    const mishap = options.nextMishap?.() ?? null;
    if (mishap) counts.mishaps += 1;
    if (mishap === 'slow') await pause(slowMs);
    const answer = mishap === 'dropped' || mishap === 'failed' ? failed : answerTo(request, carryOut);
    if (mishap === 'dropped' || mishap === 'lost') response.destroy();
    else reply(response, answer);
  }

  function answerTo(request: PostRequest | EditRequest, carryOut: () => object | null): Answer {
    const waitMs = waitMsOf(request.channelId, request.atMs);
    if (waitMs > 0) {
      counts.limited += 1;
      return { status: 429, body: {}, headers: { 'retry-after': String(Math.ceil(waitMs / 1_000)) } };
    }
    const body = carryOut();
    return body ? { status: 200, body } : notFound;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await textOf(request));
    if (options.latencyMs) await pause(options.latencyMs);
    switch (request.url) {
      case '/post':
        return change(body, () => channels.post(body), response);
      case '/edit':
        return change(body, () => channels.edit(body), response);
      case '/lookup':
        return reply(response, { status: 200, body: channels.lookup(body) });
      default:
        return reply(response, notFound);
    }
  }

  const server = createServer((request, response) => {
    // A client that was killed while it spoke leaves half a request.
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages: channels.messages,
    get limited() {
      return counts.limited;
    },
    get mishaps() {
      return counts.mishaps;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function reply(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
