import type { WebClient } from '@slack/web-api';
import type { Secret } from '../../src/domain/config.ts';
import { textAt } from '../../src/domain/json.ts';
import type { InstallationStore } from '../../src/ports/installation-store.ts';
import type { Seal } from './seal.ts';
import type { SlackClients } from './web-client.ts';

/** What the bot is in one workspace. */
export interface BotIdentity {
  readonly workspaceId: string;
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
}

/** The workspaces that the bot is installed in. */
export interface SlackInstallations extends SlackClients {
  /** `null` for a workspace in which it is not installed. */
  identityOf(workspaceId: string): Promise<BotIdentity | null>;
  /** All of them; rejects when Slack or the store cannot be asked. */
  list(): Promise<readonly BotIdentity[]>;
  /** Forgets a workspace that took the app away, unless it was installed anew at this moment or later; was it forgotten? */
  forget(workspaceId: string, beforeMs: number): Promise<boolean>;
}

export type MakeClient = (token: string) => WebClient;

/** The one workspace that the token belongs to, which is asked of Slack once. */
export function createSingleInstallation(botToken: Secret, makeClient: MakeClient): SlackInstallations {
  const client = makeClient(botToken.reveal());
  let asked: Promise<BotIdentity> | null = null;

  async function ask(): Promise<BotIdentity> {
    const answer = await client.auth.test();
    return {
      workspaceId: textAt(answer, 'team_id'),
      botToken: botToken.reveal(),
      botId: textAt(answer, 'bot_id'),
      botUserId: textAt(answer, 'user_id'),
    };
  }

  /** A failure is not kept: Slack may only be out of reach for a moment. */
  function identity(): Promise<BotIdentity> {
    asked ??= ask().catch((error) => {
      asked = null;
      throw error;
    });
    return asked;
  }

  return {
    of: async (workspaceId) => ((await identity()).workspaceId === workspaceId ? client : null),
    async identityOf(workspaceId) {
      const own = await identity();
      return own.workspaceId === workspaceId ? own : null;
    },
    list: async () => [await identity()],
    forget: () => Promise.resolve(false),
  };
}

/** All workspaces that installed the app by OAuth. */
export function createStoredInstallations(
  store: InstallationStore,
  seal: Seal,
  makeClient: MakeClient,
): SlackInstallations {
  const clients = new Map<string, WebClient>();
  const workspaceOf = (workspaceId: string) => ({ platform: 'slack' as const, workspaceId });

  function clientOf({ botToken }: BotIdentity): WebClient {
    const client = clients.get(botToken) ?? makeClient(botToken);
    clients.set(botToken, client);
    return client;
  }

  async function identityOf(workspaceId: string): Promise<BotIdentity | null> {
    const installation = await store.find(workspaceOf(workspaceId));
    return installation ? openIdentity(installation.sealed, workspaceId, seal) : null;
  }

  return {
    async of(workspaceId) {
      const identity = await identityOf(workspaceId);
      return identity ? clientOf(identity) : null;
    },
    identityOf,
    async list() {
      const all = await store.list('slack');
      return all.map(({ workspace, sealed }) => openIdentity(sealed, workspace.workspaceId, seal));
    },
    forget: (workspaceId, beforeMs) => store.remove(workspaceOf(workspaceId), beforeMs),
  };
}

/** What is bound to the ciphertext: tokens that are moved to another workspace's row cannot be opened there. */
function boundTo(workspaceId: string): string {
  return `slack workspace ${workspaceId}`;
}

export function sealIdentity({ workspaceId, ...secrets }: BotIdentity, seal: Seal): string {
  return seal.seal(JSON.stringify(secrets), boundTo(workspaceId));
}

function openIdentity(sealed: string, workspaceId: string, seal: Seal): BotIdentity {
  const secrets: unknown = JSON.parse(seal.open(sealed, boundTo(workspaceId)));
  return {
    workspaceId,
    botToken: textAt(secrets, 'botToken'),
    botId: textAt(secrets, 'botId'),
    botUserId: textAt(secrets, 'botUserId'),
  };
}
