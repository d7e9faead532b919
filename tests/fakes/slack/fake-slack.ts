import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeSlackOptions } from './options.ts';
import { createClickers } from './people/click-things.ts';
import { createDispatcher } from './people/dispatcher.ts';
import { createFormFillers } from './people/fill-forms.ts';
import { createSpeakers } from './people/say-things.ts';
import { createWorkspaceChanges } from './people/workspace-changes.ts';
import type { SlackPeople, SlackTrouble } from './people.ts';
import { createTrouble } from './plan-trouble.ts';
import type { SlackRecords } from './records.ts';
import { approveApp } from './server/oauth-page.ts';
import { route } from './server/router.ts';
import { createSignedPost } from './server/signed-post.ts';
import { createSocketHub, type SocketHub } from './server/socket-hub.ts';
import type { Deliver } from './server/transport.ts';
import { settingsOf } from './settings.ts';
import { createState, type SlackState } from './state.ts';

/** A Slack on a free loopback port, that the real clients talk to. */
export interface FakeSlack extends SlackRecords, SlackPeople, SlackTrouble {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** For `slackApiUrl`: ends in `/api/`. */
  readonly apiUrl: string;
  stop(): Promise<void>;
}

export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const state = createState(settingsOf(options));
  const hub = createSocketHub(state);
  const server = createServer((request, response) => {
    // A client that was killed while it spoke leaves half a request.
    route(state, request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  let requestUrl = state.settings.requestUrl;
  const deliver: Deliver = (envelope) =>
    requestUrl === null ? hub.deliver(envelope) : createSignedPost(state.settings, requestUrl)(envelope);
  const setRequestUrl = (url: string | null) => {
    requestUrl = url;
  };
  const dispatcher = createDispatcher(state, deliver);
  if (state.settings.echoesMessages) state.echo = dispatcher.echo;
  const doings: SlackPeople & SlackTrouble = {
    ...createSpeakers(state, dispatcher),
    ...createClickers(state, dispatcher),
    ...createFormFillers(state, dispatcher),
    ...createWorkspaceChanges(state, dispatcher),
    ...createTrouble(state, hub, setRequestUrl),
    authorize: async (url, by) => approveApp(state, url, by),
  };
  // Not spread the other way round: that would read the records now, once and for all.
  return Object.assign(recordsOf(state, hub), doings, {
    url: state.url,
    apiUrl: `${state.url}/api/`,
    async stop() {
      await hub.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

/** What happened so far: each is read when it is asked for. */
function recordsOf(state: SlackState, hub: SocketHub): SlackRecords {
  const { ephemerals, responses, views, statuses, prompts, calls, deliveries, personErrors } = state;
  return {
    ...{ ephemerals, responses, views, statuses, prompts, calls, deliveries, personErrors },
    get messages() {
      return state.messages.all;
    },
    get uploads() {
      return [...state.uploads.values()];
    },
    get limited() {
      return state.counts.limited;
    },
    get mishaps() {
      return state.counts.mishaps;
    },
    get openSockets() {
      return hub.openSockets;
    },
    get connections() {
      return hub.connections;
    },
  };
}
