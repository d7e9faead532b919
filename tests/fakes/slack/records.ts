import type { JsonObject } from './json.ts';
import type { SlackMishap } from './options.ts';

/** A message that stands. `ts` is unique in the workspace and rises. */
export interface SlackMessage {
  readonly teamId: string;
  readonly channel: string;
  readonly ts: string;
  /** Of the thread it is in; on the root it is absent until somebody replies. */
  readonly thread_ts?: string;
  /** Who wrote it: a person, or the bot's user. */
  readonly user: string;
  readonly bot_id?: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly metadata?: JsonObject;
  readonly edited?: { readonly user: string; readonly ts: string };
  /** A reply that the channel shows too. */
  readonly isBroadcast: boolean;
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  /** The answer of `conversations.replies` counts them; the root's is kept up to date. */
  readonly replyCount: number;
}

/** Shown to one person, by chat.postEphemeral, by an ack or by a response_url. */
export interface EphemeralMessage {
  readonly teamId: string;
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly from: 'method' | 'ack' | 'response_url';
}

/** What came by a response_url, accepted or not. */
export interface SlackResponse {
  readonly url: string;
  readonly body: JsonObject;
  readonly channel: string;
  readonly user: string;
  readonly atMs: number;
  /** Null: accepted. Else `used_url`, `expired_url` or the code of the payload. */
  readonly refusedWith: string | null;
}

/** An open modal, or a Home. `view` is what the app sent. */
export interface SlackView {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  /** Where the person was when it opened; empty for a Home. */
  readonly channelId: string;
  readonly kind: 'modal' | 'home';
  readonly hash: string;
  readonly callbackId: string;
  readonly externalId: string;
  readonly privateMetadata: string;
  readonly title: string;
  readonly blocks: readonly JsonObject[];
  readonly view: JsonObject;
  /** The lowest modal of the stack, and the one under this. */
  readonly rootViewId: string;
  readonly previousViewId: string | null;
  /** What `response_action: errors` shows, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface SlackUpload {
  readonly fileId: string;
  readonly teamId: string;
  readonly filename: string;
  readonly altText: string;
  /** What was announced; `bytes` is what came. */
  readonly lengthBytes: number;
  readonly bytes: Uint8Array;
  readonly isComplete: boolean;
  readonly title: string;
  readonly channelId: string | null;
}

export interface SlackCall {
  readonly method: string;
  readonly body: JsonObject;
  readonly token: string;
  readonly atMs: number;
  readonly status: number;
  readonly answer: JsonObject;
  /** What went wrong on the way: after `lost` and `dropped` the app got no answer. */
  readonly mishap: SlackMishap | null;
}

export interface SlackStatus {
  readonly channel: string;
  readonly threadTs: string;
  readonly status: string;
}

export interface SlackPrompts {
  readonly channel: string;
  readonly title: string;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

/** One attempt to hand the app an event, a command or an interaction. */
export interface Delivery {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive';
  /** What the app was given, as Slack's JSON. */
  readonly body: JsonObject;
  /** 0 for the first. */
  readonly attempt: number;
  readonly outcome: 'acked' | 'timeout' | 'http_error' | 'connection_failed';
  /** HTTP mode: the status; Socket Mode: 200 when acked. 0 when there was no answer. */
  readonly status: number;
  /** What the app acked with; empty for a bare ack. */
  readonly payload: JsonObject;
  /** Real time until the ack, or until it was given up. */
  readonly tookMs: number;
}

/** What Slack shows a person whose command or click the app did not ack, or answered badly. */
export interface PersonError {
  readonly userId: string;
  readonly what: string;
  readonly error: string;
}

export interface SlackRecords {
  /** What stands in all channels and direct messages, in the order of posting. */
  readonly messages: readonly SlackMessage[];
  readonly ephemerals: readonly EphemeralMessage[];
  readonly responses: readonly SlackResponse[];
  /** Open modals (the last is on top) and Homes. */
  readonly views: readonly SlackView[];
  readonly uploads: readonly SlackUpload[];
  readonly statuses: readonly SlackStatus[];
  readonly prompts: readonly SlackPrompts[];
  readonly calls: readonly SlackCall[];
  readonly deliveries: readonly Delivery[];
  readonly personErrors: readonly PersonError[];
  /** Answers of 429. */
  readonly limited: number;
  readonly mishaps: number;
  /** Open Socket Mode connections. */
  readonly openSockets: number;
  /** Socket Mode connections that ever said hello. */
  readonly connections: number;
}
