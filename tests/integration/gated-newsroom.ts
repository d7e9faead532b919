import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startNewsroom } from '../../adapters/demo/newsroom-server.ts';
import { projectDir } from '../fakes/command-line.ts';
import type { Feed } from './bot-folder.ts';

export interface GatedNewsroom {
  readonly feeds: readonly Feed[];
  /** Resolves when so many requests have come from now on. That one and later ones get no answer until `open`. */
  closeAt(requests: number): Promise<void>;
  open(): void;
  /** Requests answered or held since the last `closeAt`. */
  readonly requests: number;
  stop(): Promise<void>;
}

/** The sample newsroom behind a gate on a port of its own: the test decides after which request it falls silent. */
export async function startGatedNewsroom(): Promise<GatedNewsroom> {
  const newsroom = await startNewsroom(join(projectDir, 'config', 'demo'));
  const inner = `http://127.0.0.1:${newsroom.port}`;
  let origin = '';
  let requests = 0;
  let gate = Number.POSITIVE_INFINITY;
  let reached: () => void = () => undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    if (requests === gate) reached();
    if (requests >= gate) return;
    const { 'if-none-match': validator = '' } = request.headers;
    const answered = await fetch(inner + request.url, { headers: { 'if-none-match': validator } });
    const body = (await answered.text()).replaceAll(inner, origin);
    const [contentType = '', etag = ''] = ['content-type', 'etag'].map(
      (name) => answered.headers.get(name) ?? '',
    );
    response.writeHead(answered.status, { 'content-type': contentType, etag });
    response.end(body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    feeds: [
      { url: `${origin}/feeds/register-desk.atom`, name: 'Register Desk', tier: 'primary' },
      { url: `${origin}/feeds/harbor-wire.xml`, name: 'Harbor Wire' },
      { url: `${origin}/feeds/trade-counsel-notes.xml`, name: 'Trade Counsel Notes', tier: 'commentary' },
      { url: `${origin}/feeds/chip-ledger.json`, name: 'Chip Ledger' },
    ],
    closeAt(count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      requests = 0;
      gate = count;
      reached = resolve;
      return promise;
    },
    open() {
      gate = Number.POSITIVE_INFINITY;
    },
    get requests() {
      return requests;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await newsroom.stop();
    },
  };
}
