import { allBotScopes } from './method-scopes.ts';
import type {
  FakeChannel,
  FakeSlackOptions,
  FakeTeam,
  FakeUser,
  FakeUserGroup,
  SlackMishap,
} from './options.ts';

/** The options with their defaults. */
export interface Settings {
  readonly nowMs: () => number;
  readonly intervalMs: number;
  readonly burst: number;
  readonly callsPerMinute: Readonly<Record<string, number>>;
  readonly historyPageMax: number;
  readonly appId: string;
  readonly signingSecret: string;
  readonly appToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly requestUrl: string | null;
  readonly echoesMessages: boolean;
  readonly ackDeadlineMs: number;
  readonly pingEveryMs: number;
  readonly teams: readonly [FakeTeam, ...FakeTeam[]];
  readonly users: readonly FakeUser[];
  readonly channels: readonly FakeChannel[];
  readonly userGroups: readonly FakeUserGroup[];
  readonly nextMishap: () => SlackMishap | null;
  readonly slowMs: number;
}

const defaultTeam: FakeTeam = {
  id: 'T1',
  name: 'Newsroom',
  botToken: 'xoxb-1',
  botUserId: 'UBOT1',
  botId: 'B1',
  scopes: allBotScopes,
};

const defaultUsers: readonly FakeUser[] = [
  { id: 'U1', name: 'ada' },
  { id: 'UADMIN', name: 'grace', isAdmin: true },
];

const defaultChannels: readonly FakeChannel[] = [{ id: 'C1', name: 'news' }];

const defaults: Omit<Settings, 'teams'> = {
  nowMs: Date.now,
  intervalMs: 0,
  burst: 1,
  callsPerMinute: {},
  historyPageMax: 999,
  appId: 'A1',
  signingSecret: 'signing-secret',
  appToken: 'xapp-1',
  clientId: 'client-id',
  clientSecret: 'client-secret',
  requestUrl: null,
  echoesMessages: false,
  ackDeadlineMs: 3_000,
  pingEveryMs: 10_000,
  users: defaultUsers,
  channels: defaultChannels,
  userGroups: [],
  nextMishap: () => null,
  slowMs: 40,
};

export function settingsOf(options: FakeSlackOptions): Settings {
  const [first = defaultTeam, ...others] = options.teams ?? [];
  return { ...defaults, ...options, teams: [first, ...others] };
}

/** People, with the bot's own users. */
export function allUsers(settings: Settings): readonly FakeUser[] {
  const bots = settings.teams.map((team) => ({
    id: team.botUserId,
    name: 'wirewatch',
    teamId: team.id,
    isBot: true,
  }));
  return [
    ...bots,
    ...settings.users.map((user) => ({ ...user, teamId: user.teamId ?? settings.teams[0].id })),
  ];
}
