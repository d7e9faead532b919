import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceState } from '../../src/domain/source.ts';

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Takes a request, or answers false for one that is not for it. */
export type RequestTaker = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Hands requests to who takes them, and answers `GET /health`: 200 when the store answers, with how the sources fare; 503 with the reason otherwise. A source
 * that fails does not make the bot unhealthy: restarting it would mend nothing.
 */
export async function startHealthServer(
  port: number,
  readSources: () => Promise<readonly SourceState[]>,
  takers: readonly RequestTaker[] = [],
): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    if (takers.some((take) => take(request, response))) return;
    const isHealth = request.method === 'GET' && request.url?.split('?')[0] === '/health';
    const { status, body } = isHealth
      ? await health(readSources)
      : { status: 404, body: { problem: 'Ask for /health.' } };
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, resolve);
  await promise;
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  };
}

async function health(readSources: () => Promise<readonly SourceState[]>) {
  try {
    const sources = await readSources();
    const failing = sources.filter((state) => state.health.consecutiveFailures > 0).length;
    return { status: 200, body: { status: 'ok', sources: sources.length, failing } };
  } catch (error) {
    return {
      status: 503,
      body: { status: 'failing', problem: error instanceof Error ? error.message : String(error) },
    };
  }
}
