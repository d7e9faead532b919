/** `lost` does it and hangs up before answering, `dropped` hangs up, `failed` answers 500, `slow` takes a moment. */
export type SlackMishap = 'lost' | 'dropped' | 'failed' | 'slow';

export interface FakeTeam {
  /** `T1`. */
  readonly id: string;
  readonly name: string;
  /** `xoxb-…`. A team that the app gets by OAuth later has one too, but it works only after `oauth.v2.access`. */
  readonly botToken: string;
  readonly botUserId: string;
  /** `B1`. */
  readonly botId: string;
  readonly scopes: readonly string[];
  /** Default true. False: the app is not installed until somebody does so by OAuth. */
  readonly isInstalled?: boolean;
  /** A person's token (`xoxp-…`), which works but is no bot's. */
  readonly userToken?: { readonly token: string; readonly userId: string };
}

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  /** Default: the first team. */
  readonly teamId?: string;
  readonly isAdmin?: boolean;
  readonly isOwner?: boolean;
  readonly isPrimaryOwner?: boolean;
  readonly isBot?: boolean;
  readonly isDeleted?: boolean;
  /** A guest: sees only the channels that they are in. */
  readonly isGuest?: boolean;
  /** Default `Europe/Berlin`. */
  readonly tz?: string;
  /** Default `en-US`. */
  readonly locale?: string;
}

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  /** Default: the first team. */
  readonly teamId?: string;
  /** Whether the bot is in it. Default true. */
  readonly isMember?: boolean;
  readonly isArchived?: boolean;
  readonly isPrivate?: boolean;
  /** Other teams whose people are in it, by Slack Connect. */
  readonly sharedWith?: readonly string[];
  /** Ids of the people who are in it. Default: everybody of its team. */
  readonly members?: readonly string[];
}

export interface FakeUserGroup {
  /** `S1`. */
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly teamId?: string;
  readonly userIds: readonly string[];
}

export interface FakeSlackOptions {
  /** The clock of rate limits, `ts`, triggers and response_urls. Default `Date.now`. A request with the header
   * `x-fake-now-ms` brings its own moment instead, for clients that live in a simulated time. */
  readonly nowMs?: () => number;
  /** One message each so many milliseconds and channel, by `nowMs`. Default 0: no limit. Slack documents 1,000. */
  readonly intervalMs?: number;
  /** Messages taken at once after a pause. Default 1. */
  readonly burst?: number;
  /** Calls a minute for a method in a workspace, by `nowMs`; no limit for those that are not named. */
  readonly callsPerMinute?: Readonly<Record<string, number>>;
  /** The most that conversations.history and .replies give in one page. Default 999; 15 as for apps outside the Marketplace. */
  readonly historyPageMax?: number;
  readonly appId?: string;
  readonly signingSecret?: string;
  /** `xapp-…`. */
  readonly appToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Given: HTTP mode, events, commands and interactions are POSTed there, signed. Else Socket Mode. */
  readonly requestUrl?: string;
  /** Whether the app's own messages and edits come back to it as `message` events, as they do for an app that
   * subscribes to them. Default false. */
  readonly echoesMessages?: boolean;
  /** How long the app may take to ack, in real milliseconds. Default 3,000. */
  readonly ackDeadlineMs?: number;
  /** How often an open socket is pinged, in real milliseconds. Default 10,000. */
  readonly pingEveryMs?: number;
  readonly teams?: readonly FakeTeam[];
  readonly users?: readonly FakeUser[];
  readonly channels?: readonly FakeChannel[];
  readonly userGroups?: readonly FakeUserGroup[];
  /** Asked for each request that posts, edits or deletes a message; none by default. */
  readonly nextMishap?: () => SlackMishap | null;
  /** How long a `slow` request takes, in real milliseconds. Default 40. */
  readonly slowMs?: number;
}
