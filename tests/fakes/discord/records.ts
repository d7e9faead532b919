/** JSON as it came or went. */
export type Json = Readonly<Record<string, unknown>>;

/** Who is really pinged by a message, once `allowed_mentions` has been applied to what its text calls. */
export interface Pings {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

export interface FakeMessage {
  readonly id: string;
  /** A channel, a thread or a direct channel. */
  readonly channelId: string;
  /** `null` in a direct channel. */
  readonly guildId: string | null;
  readonly authorId: string;
  content: string;
  embeds: readonly Json[];
  components: readonly Json[];
  flags: number;
  readonly nonce: string | null;
  readonly createdMs: number;
  editedMs: number | null;
  /** Bodies of the edits, oldest first. */
  readonly edits: Json[];
  isCrossposted: boolean;
  readonly isEphemeral: boolean;
  /** Those of the creation, or of the filling of a deferred answer; edits ping nobody. */
  pings: Pings;
  /** The interaction that it answers. */
  readonly interactionId: string | null;
  /** The message that it replies to. */
  readonly replyTo: string | null;
}

/** A thread of a channel, or a post of a forum. */
export interface FakeThread {
  readonly id: string;
  readonly parentId: string;
  readonly guildId: string;
  name: string;
  /** Ids of a forum's tags. */
  tags: readonly string[];
  isArchived: boolean;
  isLocked: boolean;
  autoArchiveMinutes: number;
  readonly ownerId: string;
  readonly createdMs: number;
  /** The last message or unarchiving, from which the time to the automatic archiving counts. */
  activeMs: number;
}

/** One request over REST. */
export interface FakeCall {
  readonly method: string;
  /** The pattern: `/channels/:channel/messages`; the path itself where none fits. */
  readonly route: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json | readonly unknown[] | null;
  readonly atMs: number;
  /** 0: hung up without an answer. */
  status: number;
  /** Discord's own error code; `null` when it went well. */
  code: number | null;
}

export type InteractionKind = 'command' | 'contextMenu' | 'autocomplete' | 'component' | 'modal';

/** Type and data of an interaction's callback. */
export interface FirstAnswer {
  readonly type: number;
  readonly data: Json;
  /** From the interaction to the callback, by the machine's own clock. */
  readonly tookMs: number;
}

export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  /** The command's name or the custom_id. */
  readonly name: string;
  readonly guildId: string | null;
  readonly channelId: string;
  readonly userId: string;
  readonly createdMs: number;
  /** `null` until the callback has come. */
  answer: FirstAnswer | null;
  isEphemeral: boolean;
  /** The message that the callback or the edit of a deferred one made or changed. */
  original: FakeMessage | null;
  readonly followUps: FakeMessage[];
  /** Edits by the webhook, of the original or of follow-ups, oldest first. */
  readonly edits: { readonly messageId: string; readonly body: Json; readonly atMs: number }[];
  /** Codes of callbacks and webhook calls that were refused (10062, 40060, 50027, 50035, …). */
  readonly refusals: number[];
}

export interface FakeCommand {
  readonly id: string;
  /** `null`: global. */
  readonly guildId: string | null;
  /** 1 chat input, 2 user, 3 message. */
  readonly type: number;
  readonly name: string;
  /** As it was registered. */
  readonly body: Json;
}

export interface CommandRegistry {
  readonly global: readonly FakeCommand[];
  readonly ofGuild: (guildId: string) => readonly FakeCommand[];
  /** Requests that wrote commands (PUT, POST, PATCH, DELETE), in all. */
  readonly writes: number;
  /** Commands that were created by name, which Discord counts to 200 a day. */
  readonly creates: number;
}

export interface GatewayRecord {
  /** Sockets that were opened, in all. */
  readonly connections: number;
  /** Sockets that stand now. */
  readonly open: number;
  /** Data of each IDENTIFY that was taken. */
  readonly identifies: readonly Json[];
  /** Data of each RESUME that was taken. */
  readonly resumes: readonly Json[];
  readonly heartbeats: number;
  /** Close codes that the fake sent. */
  readonly closes: readonly number[];
  /** The sequence number of the last dispatch of the newest session. */
  readonly sequence: number;
}
