import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceState } from '../../src/domain/source.ts';

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Answers `GET /health`: 200 when the store answers, with how the sources fare; 503 with the reason otherwise. A source
 * that fails does not make the bot unhealthy: restarting it would mend nothing.
 */
export async function startHealthServer(
  port: number,
  readSources: () => Promise<readonly SourceState[]>,
): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
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
