import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { onTestFinished, vi } from 'vitest';
import type { FakeSlack } from '../../../fakes/slack/fake-slack.ts';
import { silent } from './slack-for-test.ts';

/** Short, since the client waits as long before it connects anew; it pings three times in it. */
const clientPingTimeoutMs = 300;

/** A real Bolt app over Socket Mode, connected. `listen` adds the listeners before it starts. */
export async function socketApp(
  slack: FakeSlack,
  listen: (app: App) => void = () => undefined,
): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new SocketModeReceiver({
    appToken: 'xapp-1',
    clientPingTimeout: clientPingTimeoutMs,
    installerOptions: { clientOptions },
    logger: silent,
  });
  const app = new App({ token: 'xoxb-1', receiver, clientOptions, logger: silent });
  app.error(async () => undefined);
  listen(app);
  await app.start();
  onTestFinished(async () => {
    await app.stop();
  });
  return app;
}

/** A real Bolt app over HTTP, on a port of its own; the fake delivers there. */
export async function httpApp(slack: FakeSlack, listen: (app: App) => void): Promise<string> {
  const receiver = new HTTPReceiver({ signingSecret: 'signing-secret', logger: silent });
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const app = new App({ token: 'xoxb-1', receiver, clientOptions, logger: silent });
  listen(app);
  return served(slack, receiver.requestListener);
}

/** A server that takes what the fake delivers, on a free port. */
export async function served(
  slack: FakeSlack,
  handle: NonNullable<Parameters<typeof createServer>[1]>,
): Promise<string> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  slack.setRequestUrl(url);
  return url;
}

/** Waits until the check no longer throws. */
export function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 5_000, interval: 5 });
}
