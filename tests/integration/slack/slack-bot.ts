import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createSlackApp, type SlackApp } from '../../../adapters/slack/app.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { chatDeskFor } from '../../../src/assemble/chat-desk-for.ts';
import { Secret, type SlackConfig } from '../../../src/domain/config.ts';
import type { ChatDesk } from '../../../src/ports/chat-desk.ts';
import type { CommandRunner } from '../../../src/ports/command-runner.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { HeldWaits } from '../../fakes/held-waits.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { ScriptedCommands } from '../../fakes/scripted-commands.ts';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import type { FakeSlackOptions } from '../../fakes/slack/options.ts';

export type Mode = 'socket' | 'http';

export interface SlackBotOptions {
  readonly mode?: Mode;
  readonly isOauth?: boolean;
  readonly slack?: FakeSlackOptions;
  /** Instead of the scripted ones. */
  readonly commands?: CommandRunner;
  /** Beside commands that work on them. */
  readonly store?: Store;
  readonly clock?: FixedClock;
  /** Default true. */
  readonly start?: boolean;
}

/** The real app over a fake Slack, with a store in memory. */
export interface SlackBot {
  readonly slack: FakeSlack;
  readonly app: SlackApp;
  readonly commands: ScriptedCommands;
  /** What the app is started with. */
  readonly chat: ChatDesk;
  readonly store: Store;
  readonly clock: FixedClock;
  readonly log: RecordingLog;
  readonly waits: HeldWaits;
  /** Of the bot's own port, where it has one. */
  readonly url: string;
}

const settings = { signingSecret: 'signing-secret', appToken: 'xapp-1' };

function configOf(apiUrl: string, mode: Mode, isOauth: boolean): SlackConfig {
  return {
    apiUrl,
    connection:
      mode === 'socket'
        ? { kind: 'socket', appToken: new Secret(settings.appToken) }
        : { kind: 'http', signingSecret: new Secret(settings.signingSecret) },
    installation: isOauth
      ? {
          kind: 'oauth',
          clientId: 'client-id',
          clientSecret: new Secret('client-secret'),
          stateSecret: new Secret('state-secret'),
          secretKey: new Secret('a key of thirty-two characters!!'),
        }
      : { kind: 'single', botToken: new Secret('xoxb-1') },
  };
}

/** Stopped when the test is over. */
export async function startSlackBot({
  mode = 'socket',
  isOauth = false,
  slack: options = {},
  commands: given,
  store = inMemoryStore(),
  clock = new FixedClock('2026-11-26T09:00:00Z'),
  start = true,
}: SlackBotOptions = {}): Promise<SlackBot> {
  const slack = await startFakeSlack({ ...settings, ...options });
  const log = new RecordingLog();
  const waits = new HeldWaits();
  const config = configOf(slack.apiUrl, mode, isOauth);
  const app = createSlackApp({ ...store, config, clock, log, wait: waits.wait });
  const server = app.httpHandler === null ? null : await listenFor(app.httpHandler);
  const url = server === null ? '' : `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (mode === 'http') slack.setRequestUrl(`${url}/slack/events`);
  const commands = new ScriptedCommands();
  const chat = chatDeskFor(app, { commands: given ?? commands, store, clock, log });
  onTestFinished(async () => {
    await app.stop();
    server?.closeAllConnections();
    server?.close();
    await slack.stop();
  });
  if (start) await app.start(chat);
  return { slack, app, commands, chat, store, clock, log, waits, url };
}

async function listenFor(handler: NonNullable<SlackApp['httpHandler']>): Promise<Server> {
  const server = createServer((request, response) => {
    if (!handler(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
