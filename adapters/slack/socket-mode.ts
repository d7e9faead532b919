import { SocketModeReceiver } from '@slack/bolt';
import type { Secret } from '../../src/domain/config.ts';
import type { Wait } from '../../src/domain/in-time.ts';
import type { Log } from '../../src/ports/log.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { problemOf } from './problem-of.ts';
import { slackFailure } from './slack-errors.ts';
import { slackClientOptions } from './web-client.ts';

const openTimeoutMs = 10_000;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
const renewAppToken =
  "See whether Socket Mode is on in the app's settings; if it is, make a new app-level token under Basic Information, set SLACK_APP_TOKEN to it, and restart the bot.";

export function createSocketReceiver(appToken: Secret, apiUrl: string | null, log: Log): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken: appToken.reveal(),
    logger: createBoltLogger(log),
    // Its own reconnecting waits five seconds after every refresh, and ends the process by an unhandled rejection when
    // Slack cannot be reached then.
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: slackClientOptions({ apiUrl, log, timeoutMs: openTimeoutMs }),
    },
    processEventErrorHandler: ({ error }) => {
      log.error('Slack event was not handled', { problem: error.message });
      return Promise.resolve(false);
    },
  });
}

/** Keeps a connection open. */
export interface SocketConnection {
  /** Rejects when the connection cannot be made. Can be called again where it does not run. */
  start(): Promise<void>;
  /** False before the start, and once Slack refuses new connections. True while one is made anew. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

/**
 * Connects anew at once when Slack closes the connection, which it does every few hours, and with growing pauses while
 * that fails. When Slack refuses to open one, as for a token that was revoked, that is logged with what to do, and the
 * connection has ended.
 */
export function createSocketConnection(
  { client }: SocketModeReceiver,
  wait: Wait,
  log: Log,
): SocketConnection {
  let stopping = new AbortController();
  let isRunning = false;
  let isConnecting = false;
  let reconnecting = Promise.resolve();

  async function connect(): Promise<void> {
    isConnecting = true;
    try {
      await client.start();
    } finally {
      isConnecting = false;
    }
  }

  /** Unless it is stopped while the connection is being made. */
  async function connectUntil(signal: AbortSignal): Promise<boolean> {
    await connect();
    if (signal.aborted) await client.disconnect();
    return !signal.aborted;
  }

  async function reconnect(signal: AbortSignal): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!signal.aborted && (await isWorthAnother(signal, pauseMs))) {
      await wait(pauseMs, signal).catch(() => {});
      pauseMs = Math.min(2 * pauseMs, longestPauseMs);
    }
  }

  /** Tries once to connect; is another try worthwhile? */
  async function isWorthAnother(signal: AbortSignal, pauseMs: number): Promise<boolean> {
    try {
      if (await connectUntil(signal)) log.info('Slack connection was made anew');
      return false;
    } catch (error) {
      if (signal.aborted) return false;
      const problem = problemOf(error);
      isRunning = slackFailure(error).kind !== 'refused';
      if (isRunning) log.warn('Slack cannot be connected to', { problem, pauseMs });
      else log.error('Slack opens no connection any more', { problem, advice: renewAppToken });
      return isRunning;
    }
  }

  client.on('disconnected', () => {
    if (isRunning && !isConnecting) reconnecting = reconnect(stopping.signal);
  });

  return {
    async start() {
      stopping = new AbortController();
      isRunning = await connectUntil(stopping.signal);
    },
    isRunning: () => isRunning,
    async stop() {
      isRunning = false;
      stopping.abort();
      await client.disconnect();
      await reconnecting;
    },
  };
}
