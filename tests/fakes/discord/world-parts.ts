import type { ForumTagOptions, GuildChannelKind } from './options.ts';
import type { PermissionName } from './permission-bits.ts';

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly mentionable: boolean;
}

export interface Member {
  readonly userId: string;
  roles: readonly string[];
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  isAvailable: boolean;
}

export interface Channel {
  readonly id: string;
  readonly guildId: string;
  readonly name: string;
  readonly kind: GuildChannelKind;
  readonly tags: readonly ForumTagOptions[];
  readonly needsTag: boolean;
  /** Denied to the bot by an overwrite of the channel. */
  readonly botLacks: Set<PermissionName>;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  /** Takes no direct messages. */
  readonly refuses: boolean;
  readonly locale: string;
}
