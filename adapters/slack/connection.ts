import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InstallationStore as BoltInstallationStore, Receiver } from '@slack/bolt';
import type { SlackConfig } from '../../src/domain/config.ts';
import { inTime, type Wait } from '../../src/domain/in-time.ts';
import type { Log } from '../../src/ports/log.ts';
import { createEventsReceiver, createHttpHandler, createInstallReceiver } from './http-mode.ts';
import type { SlackInstallations } from './installations.ts';
import { problemOf } from './problem-of.ts';
import { createSocketConnection, createSocketReceiver } from './socket-mode.ts';

interface Parts {
  readonly config: SlackConfig;
  readonly oauthStore: BoltInstallationStore | null;
  readonly botScopes: readonly string[];
  readonly wait: Wait;
  readonly log: Log;
}

/** How the bot hears from Slack. */
export interface Connection {
  readonly receiver: Receiver;
  readonly httpHandler: ((request: IncomingMessage, response: ServerResponse) => boolean) | null;
  /** Rejects with a sentence when Slack does not let the bot in. */
  start(installations: SlackInstallations): Promise<void>;
  /** False before the start, and once Slack has ended the connection for good. */
  isRunning(): boolean;
  /** Waits for the requests that are being answered, up to ten seconds. */
  stop(): Promise<void>;
}

/** Slack asks again where it was not answered in three seconds. */
const stopWithinMs = 10_000;

/** Socket Mode or HTTP mode, and in either the pages of the installation by OAuth. */
export function createConnection({ config, oauthStore, botScopes, wait, log }: Parts): Connection {
  const { connection, installation, apiUrl } = config;
  let isRunning = false;
  const install =
    installation.kind === 'oauth' && oauthStore !== null
      ? createInstallReceiver({ installation, apiUrl, oauthStore, scopes: botScopes, log })
      : null;
  const { receiver, line, events } = receiverOf(connection, { apiUrl, wait, log });
  const handler = (events ?? install) && createHttpHandler({ events, install }, () => isRunning);
  return {
    receiver,
    httpHandler: handler?.handle ?? null,
    async start(installations) {
      try {
        // With OAuth there may be no workspace yet.
        if (installation.kind === 'single') await installations.list();
        await line?.start();
      } catch (error) {
        throw new Error(`Slack does not let the bot in: ${problemOf(error)}`, { cause: error });
      }
      isRunning = true;
    },
    isRunning: () => isRunning && (line?.isRunning() ?? true),
    async stop() {
      isRunning = false;
      if (handler && (await inTime(handler.idle(), stopWithinMs, wait)).kind === 'late') handler.cut();
      await line?.stop();
    },
  };
}

interface ReceiverParts extends Pick<Parts, 'wait' | 'log'> {
  readonly apiUrl: string | null;
}

function receiverOf(connection: SlackConfig['connection'], { apiUrl, wait, log }: ReceiverParts) {
  if (connection.kind === 'http') {
    const events = createEventsReceiver(connection.signingSecret, log);
    return { receiver: events, events, line: null };
  }
  const socket = createSocketReceiver(connection.appToken, apiUrl, log);
  return { receiver: socket, events: null, line: createSocketConnection(socket, wait, log) };
}
