import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChannelRef, Platform } from '../domain/delivery.ts';
import type { Finding } from '../domain/finding.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { ChatDesk } from '../ports/chat-desk.ts';
import type { Publisher } from '../ports/publisher.ts';

/** Takes a request that the platform sends to our port. False for one that is not for it. */
export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The bot on one chat platform. */
export interface PlatformApp {
  readonly platform: Platform;
  /** What the least roomy of its buttons and menus carries; its `ChatDesk` remembers what is longer. */
  readonly buttonChars: number;
  /** Works without `start`: it only asks the platform's Web API. */
  readonly publisher: Publisher;
  readonly directory: ChannelDirectory;
  /** What the platform calls on our port; `null` where it calls nothing. */
  readonly httpHandler: HttpHandler | null;
  /**
   * Connects, and answers people from then on. Rejects with a sentence when the platform does not let it in. Called again where
   * it does not run, whatever the reason, it starts anew, and everything is still handled once.
   */
  start(chat: ChatDesk): Promise<void>;
  /**
   * False before the start, and once the platform has ended the connection for good, which the app has then logged with what
   * to do. True while the app itself makes it anew.
   */
  isRunning(): boolean;
  /** Answers no more; waits for what is under way. Also where nothing was started, or is just being started. */
  stop(): Promise<void>;
  /** Asks the platform about token, rights, and whether the bot is in these channels. */
  check(channels: readonly ChannelRef[]): Promise<readonly Finding[]>;
}
