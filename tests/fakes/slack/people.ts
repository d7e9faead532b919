import type { JsonObject } from './json.ts';
import type { Delivery, SlackMessage } from './records.ts';

/** Where a person acts: the first team by default. */
interface Place {
  readonly teamId?: string;
}

export interface PressTarget extends Place {
  readonly user: string;
  /** Of the clicked element, when several blocks use the action_id. */
  readonly blockId?: string;
  /** A button: its value must be this one (to tell equal action_ids apart). A select or overflow: the option to choose. */
  readonly value?: string;
  /** Needed only when the message's ts stands in several channels. */
  readonly channel?: string;
}

/** By block_id, then action_id: a text, the value(s) of chosen options, or a whole state object. */
export type FormValues = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[] | JsonObject | null>>>
>;

/**
 * What people and Slack itself do. Each resolves with how the app took it: `outcome` is `acked`, or says why not
 * (`timeout`: no ack within `ackDeadlineMs`). An event that is not acked is delivered once more with retry_attempt 1,
 * and then the second attempt's record is the answer; commands and interactions are not, and show the person an error
 * (`personErrors`). Rejects only when a person could not do that: nothing to press, no such view.
 */
export interface SlackPeople {
  command(
    command: Place & { command: string; text: string; userId: string; channelId: string; threadTs?: string },
  ): Promise<Delivery>;
  /** A person's message in a channel that names the bot: `<@BOT> text`. Delivered as app_mention; the message stands. */
  mention(text: string, at: Place & { channel: string; user: string; thread?: string }): Promise<Delivery>;
  /** A message in the bot's direct messages (`message` with channel_type im). */
  directMessage(text: string, at: Place & { user: string; thread?: string }): Promise<Delivery>;
  /** A person's message, with no delivery but the `message` event where the app is in the channel. */
  say(text: string, at: Place & { channel: string; user: string; thread?: string }): Promise<SlackMessage>;
  /** Clicks a button, overflow or select in a message (its ts), an ephemeral (its ts) or a view (its id). */
  press(where: string, actionId: string, by: PressTarget): Promise<Delivery>;
  /** The same as `press` with the option's value; reads better for selects. Channels and users choose by id. */
  choose(where: string, actionId: string, by: PressTarget & { value: string }): Promise<Delivery>;
  /** Submits a modal; required inputs must have a value here or an initial one. Applies the response_action. */
  submit(viewId: string, values: FormValues, by: Place & { user: string }): Promise<Delivery>;
  /** Closes a modal: view_closed is delivered only when it asked for it (notify_on_close); else null. */
  closeView(viewId: string, by: Place & { user: string }): Promise<Delivery | null>;
  /** A message shortcut on a standing message. */
  shortcut(callbackId: string, messageTs: string, by: Place & { user: string }): Promise<Delivery>;
  /** A global shortcut. */
  globalShortcut(callbackId: string, by: Place & { user: string }): Promise<Delivery>;
  openHome(user: string, at?: Place): Promise<Delivery>;
  openMessagesTab(user: string, at?: Place): Promise<Delivery>;
  /** A block_suggestion; the answered options stand in `payload`. */
  suggest(
    ask: Place & {
      actionId: string;
      blockId: string;
      value: string;
      user: string;
      viewId?: string;
      messageTs?: string;
    },
  ): Promise<Delivery>;
  react(name: string, messageTs: string, by: Place & { user: string }): Promise<Delivery>;
  /** Any other event of the Events API. */
  event(event: JsonObject, at?: Place): Promise<Delivery>;
  appUninstalled(teamId: string): Promise<Delivery>;
  /** Revokes the team's bot token, and says so in an event. */
  tokensRevoked(teamId: string): Promise<Delivery>;
  channelArchived(channelId: string): Promise<Delivery>;
  removeBot(channelId: string): Promise<Delivery>;
  inviteBot(channelId: string): Promise<Delivery>;
  /** The token stops working (`token_revoked`) and nobody is told. */
  revokeToken(token: string): void;
  /** The last event once more, with the same event_id, `retry_attempt` as given (default 1). */
  redeliver(attempt?: number): Promise<Delivery>;
  /**
   * Somebody approves the app on the page that it sent them to. Answers with the address of the app that their browser
   * is sent on to, with the code and the state: GET it with the cookies of the install page.
   */
  authorize(authorizeUrl: string, by: { readonly user: string; readonly teamId: string }): Promise<string>;
}

/** What goes wrong on Slack's side, on request. */
export interface SlackTrouble {
  /** `disconnect` with reason `refresh_requested` on every socket; Slack closes them a moment later. */
  refreshConnections(): void;
  /** `disconnect` with reason `warning`: a refresh is near. The sockets stay open. */
  warnConnections(): void;
  /** Closes every socket properly, with no warning. */
  dropConnections(): void;
  /** Cuts every socket at the TCP level. */
  resetConnections(): void;
  /** The next call of the method is answered 429 with `Retry-After`. Calls add up. */
  rateLimitNext(method: string, seconds: number): void;
  /** The next call of the method is refused with the code. Calls add up. */
  failNext(method: string, error: string, extra?: JsonObject): void;
  /** HTTP mode from now on (a URL), or Socket Mode again (null). */
  setRequestUrl(url: string | null): void;
}
