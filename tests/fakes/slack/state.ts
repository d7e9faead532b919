import { createRateLimit, type RateLimit } from '../fake-platform-rate.ts';
import type { JsonObject } from './json.ts';
import { createMessageStore, type MessageStore } from './message-store.ts';
import type { ConversationKind } from './method-scopes.ts';
import type { FakeTeam, FakeUser, FakeUserGroup } from './options.ts';
import type {
  Delivery,
  EphemeralMessage,
  PersonError,
  SlackCall,
  SlackPrompts,
  SlackResponse,
  SlackStatus,
  SlackUpload,
  SlackView,
} from './records.ts';
import { allUsers, type Settings } from './settings.ts';

export interface Token {
  readonly token: string;
  readonly kind: 'bot' | 'app' | 'user';
  readonly teamId: string;
  readonly userId: string;
  scopes: readonly string[];
  /** Why it does not work any more. */
  refusedWith: 'token_revoked' | 'account_inactive' | 'invalid_auth' | null;
}

export interface Conversation {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  readonly kind: ConversationKind;
  /** Direct messages: the person. */
  readonly userId: string | null;
  /** Ids of the people who are in it, beside the bot; `null`: everybody of its team. */
  members: readonly string[] | null;
  isMember: boolean;
  isArchived: boolean;
}

/** What a person's click or command lets the app open: once, and for three seconds. */
export interface Trigger {
  readonly teamId: string;
  readonly userId: string;
  readonly channelId: string;
  /** The modal that it was clicked in. */
  readonly viewId: string | null;
  readonly atMs: number;
  isUsed: boolean;
}

export interface ResponseUrl {
  readonly teamId: string;
  readonly channel: string;
  readonly userId: string;
  /** The message that was clicked, and whether only its reader sees it. */
  readonly messageTs: string | null;
  readonly isEphemeral: boolean;
  readonly threadTs: string | null;
  readonly atMs: number;
  used: number;
}

export interface OauthCode {
  readonly teamId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly atMs: number;
  isUsed: boolean;
}

export interface PlannedTrouble {
  readonly kind: 'limited' | 'refused';
  readonly seconds: number;
  readonly error: string;
  readonly extra: JsonObject;
}

export interface SlackState {
  readonly settings: Settings;
  readonly teams: ReadonlyMap<string, FakeTeam>;
  readonly users: ReadonlyMap<string, FakeUser>;
  readonly userGroups: readonly FakeUserGroup[];
  readonly tokens: Map<string, Token>;
  readonly conversations: Map<string, Conversation>;
  readonly messages: MessageStore;
  readonly ephemerals: EphemeralMessage[];
  readonly responses: SlackResponse[];
  /** Modals in the order of their stack, and Homes. */
  readonly views: SlackView[];
  readonly uploads: Map<string, SlackUpload>;
  readonly statuses: SlackStatus[];
  readonly prompts: SlackPrompts[];
  readonly calls: SlackCall[];
  readonly deliveries: Delivery[];
  readonly personErrors: PersonError[];
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly codes: Map<string, OauthCode>;
  /** By method, in the order of asking. */
  readonly troubles: Map<string, PlannedTrouble[]>;
  readonly postingWaitMs: RateLimit | null;
  readonly methodWaitMs: ReadonlyMap<string, RateLimit>;
  readonly counts: { limited: number; mishaps: number };
  /** Tells the app of an event that comes of its own call. */
  echo: (teamId: string, event: JsonObject) => void;
  /** The server's address, once it listens. */
  url: string;
  /** A name that nobody had: `Ev1`, `V2`. */
  nextId(prefix: string): string;
  /** `1700000000.000100`: later than all before, and of this moment if it can be. */
  nextTs(nowMs: number): string;
}

export function createState(settings: Settings): SlackState {
  let serial = 0;
  let lastMicros = 0;
  return {
    settings,
    teams: new Map(settings.teams.map((team) => [team.id, team])),
    users: new Map(allUsers(settings).map((user) => [user.id, user])),
    userGroups: settings.userGroups,
    tokens: new Map(tokensOf(settings).map((token) => [token.token, token])),
    conversations: new Map(conversationsOf(settings).map((each) => [each.id, each])),
    messages: createMessageStore(),
    ...{ ephemerals: [], responses: [], views: [], uploads: new Map(), statuses: [], prompts: [], calls: [] },
    ...{ deliveries: [], personErrors: [], triggers: new Map(), responseUrls: new Map(), codes: new Map() },
    troubles: new Map(),
    postingWaitMs: settings.intervalMs > 0 ? createRateLimit(settings.intervalMs, settings.burst) : null,
    methodWaitMs: new Map(
      Object.entries(settings.callsPerMinute).map(([method, calls]) => [
        method,
        createRateLimit(60_000 / calls, calls),
      ]),
    ),
    counts: { limited: 0, mishaps: 0 },
    echo: () => undefined,
    url: '',
    nextId(prefix) {
      serial += 1;
      return `${prefix}${serial}`;
    },
    nextTs(nowMs) {
      lastMicros = Math.max(Math.round(nowMs * 1_000), lastMicros + 1);
      const seconds = Math.floor(lastMicros / 1_000_000);
      return `${seconds}.${String(lastMicros % 1_000_000).padStart(6, '0')}`;
    },
  };
}

function tokensOf(settings: Settings): readonly Token[] {
  const app: Token = {
    ...{ token: settings.appToken, kind: 'app', teamId: '', userId: '' },
    ...{ scopes: ['connections:write'], refusedWith: null },
  };
  return [app, ...settings.teams.flatMap(teamTokens)];
}

function teamTokens(team: FakeTeam): readonly Token[] {
  const refusedWith = team.isInstalled === false ? 'invalid_auth' : null;
  const own = { teamId: team.id, scopes: team.scopes };
  const bot: Token = { token: team.botToken, kind: 'bot', userId: team.botUserId, ...own, refusedWith };
  if (!team.userToken) return [bot];
  return [bot, { ...team.userToken, kind: 'user', ...own, refusedWith: null }];
}

function conversationsOf(settings: Settings): readonly Conversation[] {
  const [first] = settings.teams;
  return settings.channels.map((channel) => ({
    id: channel.id,
    name: channel.name,
    teamId: channel.teamId ?? first.id,
    kind: channel.isPrivate ? 'group' : 'channel',
    userId: null,
    members: channel.members ?? null,
    isMember: channel.isMember ?? true,
    isArchived: channel.isArchived ?? false,
  }));
}
