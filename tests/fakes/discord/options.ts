import type { Mishap } from '../fake-platform.ts';
import type { PermissionName } from './permission-bits.ts';

/** Types 0, 5 and 15 of a guild's channels (docs.discord.com: channel types). */
export type GuildChannelKind = 'text' | 'announcement' | 'forum';

export interface ForumTagOptions {
  readonly id: string;
  readonly name: string;
  /** Only members who may manage threads can give it. */
  readonly moderated?: boolean;
}

export interface ChannelOptions {
  readonly id: string;
  /** Default: the id. */
  readonly name?: string;
  /** Default `text`. */
  readonly kind?: GuildChannelKind;
  /** Of a forum. */
  readonly tags?: readonly ForumTagOptions[];
  /** A forum in which each post needs a tag (40067). */
  readonly needsTag?: boolean;
  /** What the bot may not do here, though its roles allow it. */
  readonly botLacks?: readonly PermissionName[];
}

export interface RoleOptions {
  readonly id: string;
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  readonly mentionable?: boolean;
}

export interface MemberOptions {
  readonly id: string;
  /** Default: the id. */
  readonly name?: string;
  readonly roles?: readonly string[];
  /** Beside those of the roles. `Administrator` holds all. */
  readonly permissions?: readonly PermissionName[];
  /** Answers the bot's direct messages with 50007. */
  readonly refusesDirectMessages?: boolean;
  /** The language of the person's client; default `en-US`. */
  readonly locale?: string;
}

export interface GuildOptions {
  readonly id: string;
  /** Default: the id. */
  readonly name?: string;
  /** Default: a person without a name, who is a member. */
  readonly ownerId?: string;
  /** Default `en-US`. */
  readonly locale?: string;
  readonly channels: readonly ChannelOptions[];
  readonly roles?: readonly RoleOptions[];
  readonly members?: readonly MemberOptions[];
  /** Default: `ordinaryBotPermissions`. */
  readonly botPermissions?: readonly PermissionName[];
}

export interface FakeDiscordOptions {
  /**
   * Default `Date.now`. A request that carries the header `x-fake-now-ms` counts by that time instead, so that the fake can
   * live in a simulated month beside the bot's processes.
   */
  readonly nowMs?: () => number;
  /** Default `fake.discord.token`. */
  readonly botToken?: string;
  /** The application's id, which is the bot's user id too. Default `100000000000000001`. */
  readonly applicationId?: string;
  /** Default: `sampleGuild`. */
  readonly guilds?: readonly GuildOptions[];
  /** Are per-route buckets and the 50 requests a second of a bot enforced? Default no. */
  readonly hasRateLimits?: boolean;
  /** The window for five created messages a channel, by `nowMs`. Default 5,000; 0 turns it off. */
  readonly intervalMs?: number;
  /** Asked for each request that creates or edits a message; none by default. */
  readonly nextMishap?: () => Mishap | null;
  /** How long an interaction's token waits for its first answer. Default 3,000, as Discord's. */
  readonly answerWithinMs?: number;
  /** Default 41,250, as Discord's. */
  readonly heartbeatIntervalMs?: number;
  /** Intents that IDENTIFY may ask for beside the unprivileged ones (a bit field). Default 0: none is granted. */
  readonly privilegedIntents?: number;
  /** What `GET /gateway/bot` recommends. Default 1. */
  readonly shards?: number;
}

/** One guild with a text channel, an announcement channel and a forum; an admin, and a person without rights. */
export const sampleGuild = {
  id: '200000000000000001',
  name: 'Compliance',
  ownerId: '300000000000000009',
  channels: [
    { id: '400000000000000001', name: 'news' },
    { id: '400000000000000002', name: 'general' },
    { id: '400000000000000003', name: 'announcements', kind: 'announcement' },
    {
      id: '400000000000000004',
      name: 'stories',
      kind: 'forum',
      tags: [
        { id: '500000000000000001', name: 'new' },
        { id: '500000000000000002', name: 'update' },
      ],
    },
  ],
  roles: [{ id: '600000000000000001', name: 'Analysts', mentionable: true }],
  members: [
    { id: '300000000000000001', name: 'Ada', permissions: ['Administrator'] },
    { id: '300000000000000002', name: 'Ben' },
    { id: '300000000000000009', name: 'Olga' },
  ],
} as const satisfies GuildOptions;
