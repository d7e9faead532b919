import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A fixed answer, or a listener that writes its own. */
export type FakeAnswer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  | RequestListener;

export interface FakeWebServer {
  /** Host and port: `127.0.0.1:49152`. */
  readonly host: string;
  url(path: string): string;
  /** Sets what a path (without its query) answers from now on. Other paths answer 404. */
  answer(path: string, answer: FakeAnswer): void;
  /** Every request as it came, in order. */
  readonly requests: readonly IncomingMessage[];
  stop(): Promise<void>;
}

/** An HTTP server on a free loopback port that a test programs per path. */
export async function startFakeWebServer(): Promise<FakeWebServer> {
  const answers = new Map<string, FakeAnswer>();
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    reply(answers.get(path) ?? { status: 404 }, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (path) => `http://${host}${path}`,
    answer: (path, answer) => void answers.set(path, answer),
    requests,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function reply(answer: FakeAnswer, request: IncomingMessage, response: ServerResponse): void {
  if (typeof answer === 'function') {
    answer(request, response);
    return;
  }
  response.writeHead(answer.status ?? 200, { ...answer.headers });
  response.end(answer.body);
}
