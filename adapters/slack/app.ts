import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SlackConfig } from '../../src/domain/config.ts';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { inTime, type Wait } from '../../src/domain/in-time.ts';
import { createWorkTracker } from '../../src/domain/track-work.ts';
import type { ChannelDirectory } from '../../src/ports/channel-directory.ts';
import type { ChannelStore } from '../../src/ports/channel-store.ts';
import type { ChatDesk } from '../../src/ports/chat-desk.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { EventLedger } from '../../src/ports/event-ledger.ts';
import type { InstallationStore } from '../../src/ports/installation-store.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Publisher } from '../../src/ports/publisher.ts';
import type { WorkspaceStore } from '../../src/ports/workspace-store.ts';
import { createAdmins } from './admins.ts';
import { createAgentView } from './agent-view.ts';
import { createBoltApp } from './bolt-app.ts';
import { checkSlack } from './check.ts';
import { chooseInstallations } from './choose-installations.ts';
import { createConnection } from './connection.ts';
import { createSlackDirectory } from './directory.ts';
import { createHome } from './home.ts';
import { createHomePictures } from './home-picture.ts';
import { slackLimits } from './limits.ts';
import { listen } from './listen.ts';
import { createLastTry, createPatientCall, type PatientCall } from './patient-call.ts';
import { createPlaces } from './places.ts';
import { createSlackPublisher } from './publisher.ts';
import { readManifest } from './read-manifest.ts';
import { createSlackClient } from './web-client.ts';

export interface SlackAppOptions {
  readonly config: SlackConfig;
  readonly installations: InstallationStore;
  readonly events: EventLedger;
  readonly workspaces: WorkspaceStore;
  readonly channels: ChannelStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly wait: Wait;
}

/** Of what one person asks for. */
const mostUnderWay = 4;
/** For work that hangs: the process has other things to stop. */
const stopWithinMs = 10_000;

/** The bot on Slack. */
export interface SlackApp {
  readonly platform: 'slack';
  readonly buttonChars: number;
  readonly publisher: Publisher;
  readonly directory: ChannelDirectory;
  readonly httpHandler: ((request: IncomingMessage, response: ServerResponse) => boolean) | null;
  start(chat: ChatDesk): Promise<void>;
  isRunning(): boolean;
  stop(): Promise<void>;
  check(channels: readonly ChannelRef[]): Promise<readonly Finding[]>;
}

/** Makes it; nothing is asked of Slack before it is started or its parts are used. */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { config, clock, log, wait } = options;
  let stopping = new AbortController();
  const makeClient = (token: string) => createSlackClient(token, { apiUrl: config.apiUrl, log });
  const patiently: PatientCall = (call) => createPatientCall(wait, stopping.signal)(call);
  const lastTry: PatientCall = (call) => createLastTry(wait, stopping.signal)(call);
  const { botScopes } = readManifest();
  const { clients, oauthStore } = chooseInstallations(options, makeClient);
  const directory = createSlackDirectory(clients, patiently);
  const connection = createConnection({ config, oauthStore, botScopes, wait, log });
  const work = createWorkTracker((what, problem) => log.error('Slack was not answered', { what, problem }));

  /** The receiver hands each event to the Bolt app that was made last, and to no other. */
  function listenTo(chat: ChatDesk): void {
    const { channels, workspaces, events: ledger } = options;
    const admins = createAdmins({ clients, workspaces, clock, log, patiently });
    const places = createPlaces(mostUnderWay);
    const desk = { chat, clients, channels, directory, admins, work, patiently, lastTry, places, clock, log };
    const home = createHome(createHomePictures());
    const agentView = createAgentView();
    const { apiUrl } = config;
    const app = createBoltApp({ receiver: connection.receiver, installations: clients, apiUrl, log });
    listen(app, { desk, home, agentView, ledger, installations: clients }, wait);
  }

  return {
    platform: 'slack',
    buttonChars: slackLimits.optionValueChars,
    publisher: createSlackPublisher({ clients, log }),
    directory,
    httpHandler: connection.httpHandler,
    async start(chat) {
      stopping = new AbortController();
      listenTo(chat);
      await connection.start(clients);
    },
    isRunning: connection.isRunning,
    async stop() {
      await connection.stop();
      stopping.abort();
      const left = await inTime(work.idle(), stopWithinMs, wait);
      if (left.kind === 'late') log.warn('Slack work was left behind at the stop', {});
    },
    check: (channels) =>
      checkSlack(channels, {
        installations: clients,
        makeClient,
        appToken: config.connection.kind === 'socket' ? config.connection.appToken.reveal() : null,
        botScopes,
      }),
  };
}
