import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, type InstallationStore } from '@slack/bolt';
import type { Secret, SlackConfig } from '../../src/domain/config.ts';
import type { Log } from '../../src/ports/log.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { slackClientOptions } from './web-client.ts';

const eventsPath = '/slack/events';
const installPath = '/slack/install';
const redirectPath = '/slack/oauth_redirect';

/** What takes the signed requests of Slack. It is never started: its listener is called by our own port. */
export function createEventsReceiver(signingSecret: Secret, log: Log): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret: signingSecret.reveal(),
    endpoints: [eventsPath],
    logger: createBoltLogger(log),
  });
}

interface InstallParts {
  readonly installation: Extract<SlackConfig['installation'], { kind: 'oauth' }>;
  readonly apiUrl: string | null;
  readonly oauthStore: InstallationStore;
  readonly scopes: readonly string[];
  readonly log: Log;
}

/**
 * What serves those who install the app. A receiver of its own, since Bolt takes an app's receiver with an installer as the
 * one that says who is installed, and we say that ourselves. It has no path for events.
 */
export function createInstallReceiver(parts: InstallParts): HTTPReceiver {
  const { installation, apiUrl, oauthStore, scopes, log } = parts;
  return new HTTPReceiver({
    ...{ signingSecret: '', signatureVerification: false, endpoints: [] },
    logger: createBoltLogger(log),
    clientId: installation.clientId,
    clientSecret: installation.clientSecret.reveal(),
    stateSecret: installation.stateSecret.reveal(),
    scopes: [...scopes],
    installationStore: oauthStore,
    installerOptions: {
      installPath,
      redirectUriPath: redirectPath,
      directInstall: true,
      clientOptions: slackClientOptions({ apiUrl, log }),
      ...(apiUrl !== null && { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
    },
  });
}

export interface Receivers {
  /** `null` in Socket Mode. */
  readonly events: HTTPReceiver | null;
  /** `null` without OAuth. */
  readonly install: HTTPReceiver | null;
}

export interface CountingHandler {
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Resolves when every request that was taken has its answer. */
  idle(): Promise<void>;
  /** Closes the connections of those that have none: one of which half was sent would be waited for, for ever. */
  cut(): void;
}

/** Hands the paths of Slack to the receivers. Before the start and after the stop Slack is told to come again. */
export function createHttpHandler({ events, install }: Receivers, isRunning: () => boolean): CountingHandler {
  const open = new Map<ServerResponse, Promise<void>>();
  return {
    handle(request, response) {
      const receiver = receiverFor(request, { events, install });
      if (!receiver) return false;
      if (!isRunning()) {
        response.writeHead(503, { 'retry-after': '5' }).end();
        return true;
      }
      const closed = new Promise<void>((resolve) => response.once('close', resolve));
      open.set(response, closed);
      void closed.then(() => open.delete(response));
      receiver.requestListener(request, response);
      return true;
    },
    async idle() {
      await Promise.all(open.values());
    },
    cut() {
      for (const response of open.keys()) response.destroy();
    },
  };
}

function receiverFor({ url, method }: IncomingMessage, { events, install }: Receivers): HTTPReceiver | null {
  // No URL: a path that is none would throw.
  const [pathname] = (url ?? '').split('?');
  if (method === 'POST') return pathname === eventsPath ? events : null;
  const isPage = pathname === installPath || pathname === redirectPath;
  return method === 'GET' && isPage ? install : null;
}
