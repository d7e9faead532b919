import type { GuildOptions } from './options.ts';
import type { PermissionName } from './permission-bits.ts';
import type { FakeInteraction, FakeMessage, FirstAnswer } from './records.ts';

/** Where and as whom a person acts. Defaults: the first guild, its first channel, its first member. */
export interface Actor {
  readonly guildId?: string;
  /** A channel or a thread. */
  readonly channelId?: string;
  readonly userId?: string;
  /** In the direct messages with the bot, instead of a guild. */
  readonly isDirect?: boolean;
  /** The language of the person's client. Default: that of the member. */
  readonly locale?: string;
}

export type OptionValue = string | number | boolean;

export interface SlashInput extends Actor {
  /** `digest` or, with its subcommand, `digest preview`. */
  readonly name: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

export interface AutocompleteInput extends SlashInput {
  /** The option that is being typed; its value in `options` is what stands so far. */
  readonly focused: string;
}

export interface SubmitInput extends Actor {
  readonly customId: string;
  /** By the custom_id of the input; an array for a select. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

export interface Driven {
  readonly interaction: FakeInteraction;
  /** `null`: none came within `answerWithinMs`. */
  readonly answer: FirstAnswer | null;
}

export interface Choice {
  readonly name: string;
  readonly value: OptionValue;
}

/**
 * What a person does. Each resolves with the first answer; it rejects where Discord would not let a person do it: a command
 * or option that is not registered, a button that is not there.
 */
export interface Driving {
  slash(input: SlashInput): Promise<Driven>;
  autocomplete(input: AutocompleteInput): Promise<Driven & { readonly choices: readonly Choice[] }>;
  press(messageId: string, customId: string, actor?: Actor): Promise<Driven>;
  /** Values must be among a string select's options; for selects of users, roles and channels they are ids. */
  choose(messageId: string, customId: string, values: readonly string[], actor?: Actor): Promise<Driven>;
  submit(input: SubmitInput): Promise<Driven>;
  contextMenu(name: string, messageId: string, actor?: Actor): Promise<Driven>;
  /** A message of a person with the bot's mention before its text. */
  mention(text: string, actor?: Actor): FakeMessage;
  /** A message of a person without it. */
  say(text: string, actor?: Actor): FakeMessage;
  directMessage(text: string, actor?: Actor): FakeMessage;
}

/** What happens to the bot's world. */
export interface Happenings {
  /** Adds a guild while the bot runs: the fake's other guilds stand as before. */
  guildCreate(guild: GuildOptions): void;
  /** The bot was removed from it. */
  kick(guildId: string): void;
  /** The guild is unavailable for a while (`unavailable: true`) until `guildReturns`. */
  guildOutage(guildId: string): void;
  guildReturns(guildId: string): void;
  channelDelete(channelId: string): void;
  threadDelete(threadId: string): void;
  threadArchive(threadId: string, state?: { readonly isLocked?: boolean }): void;
  /** Somebody gives a post of a forum one more tag. */
  threadTag(threadId: string, tagId: string): void;
  messageDelete(messageId: string): void;
  roleDelete(roleId: string): void;
  memberLeaves(guildId: string, userId: string): void;
  removePermission(channelId: string, permission: PermissionName): void;
  restorePermission(channelId: string, permission: PermissionName): void;
}

/** What goes wrong on the way. `route` is `METHOD /pattern`, for instance `POST /channels/:channel/messages`. */
export interface Troubles {
  rateLimitNext(route: string, retryAfterSeconds: number, scope?: 'user' | 'global' | 'shared'): void;
  failNext(route: string, status: number, code: number): void;
  /** `lost` carries the next request out and hangs up, `dropped` hangs up and does nothing. */
  hangUpNext(route: string, how: 'lost' | 'dropped'): void;
  /** Closes all sockets with this code; without one they break without a close frame. */
  dropConnection(code?: number): void;
  /** Sends op 9. */
  invalidSession(isResumable: boolean): void;
  /** Sends op 7. */
  requestReconnect(): void;
  stopHeartbeatAcks(): void;
}
