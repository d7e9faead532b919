import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDriving } from './drive/create-driving.ts';
import { createHappenings } from './drive/create-happenings.ts';
import { troublesOf } from './drive/create-troubles.ts';
import type { Driving, Happenings, Troubles } from './driving.ts';
import { type FakeDiscordView, viewOf } from './fake-discord-view.ts';
import { openGateway } from './gateway/gateway-server.ts';
import type { FakeDiscordOptions } from './options.ts';
import type { CommandRegistry, FakeCall, GatewayRecord } from './records.ts';
import { createRateLimits } from './rest/rate-limits.ts';
import { type RestRecord, serveRest } from './rest/rest-server.ts';
import { createRouter } from './rest/router.ts';
import { createTroubles } from './rest/troubles.ts';
import { createWorld } from './world.ts';

export interface FakeDiscord extends FakeDiscordView, Driving, Happenings, Troubles {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** What discord.js takes as `rest.api`: without the version. */
  readonly restUrl: string;
  readonly token: string;
  readonly applicationId: string;
  /** Every request, in the order in which their bodies were there. */
  readonly calls: readonly FakeCall[];
  readonly commands: CommandRegistry;
  readonly gateway: GatewayRecord;
  /**
   * Resolves with the first thing but `undefined` and `false` that `look` finds, which is asked after each request and each
   * frame; rejects after `withinMs` (default 5,000) of the machine's time.
   */
  until<Found>(look: () => Found | undefined | false, withinMs?: number): Promise<Found>;
  stop(): Promise<void>;
}

/** A Discord on a free loopback port: REST and Gateway v10, with Discord's own limits and error codes. */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const world = createWorld(options);
  const troubles = createTroubles();
  const record: RestRecord = { calls: [], invalidRequests: 0, limited: 0, mishaps: 0 };
  const address = { host: '' };
  const gatewayUrl = () => `ws://${address.host}`;
  const parts = { world, troubles, match: createRouter(gatewayUrl), limits: createRateLimits(options) };
  const server = createServer((request, response) => {
    // A client that was killed while it spoke leaves half a request.
    serveRest(parts, record, request, response).catch(() => response.destroy());
  });
  const gateway = openGateway(world, server, gatewayUrl);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake = {
    ...createDriving(world),
    ...createHappenings(world),
    ...troublesOf(troubles, gateway),
    url: `http://${address.host}`,
    restUrl: `http://${address.host}/api`,
    token: world.token,
    applicationId: world.botId,
    commands: world.commands,
    gateway: gateway.record,
    calls: record.calls,
    until: <Found>(look: () => Found | undefined | false, withinMs = 5_000) =>
      world.changes.until(look, withinMs),
    stop() {
      gateway.stop();
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return Object.assign(viewOf(world, record), fake);
}
