import { type REST, type RouteLike, Routes } from 'discord.js';
import { z } from 'zod';

type Body = Readonly<Record<string, unknown>>;

/** https://docs.discord.com/developers/interactions/receiving-and-responding, "Interaction Callback Type". */
export const callbackType = { deferred: 5, choices: 8, modal: 9 } as const;
/** A message that only the person sees who asked. */
export const ephemeralFlag = 1 << 6;
/** Of a deferred answer that is not filled yet. */
const loadingFlag = 1 << 7;

export interface InteractionToken {
  readonly id: string;
  readonly applicationId: string;
  /** Good for 15 minutes; a secret as long. */
  readonly token: string;
}

/**
 * How people are answered. No request has a time of its own: that would run while Discord's pause is waited for, and the
 * client counts the time of each request by itself. Rejects with what the client throws (see `discordFailure`), which never
 * shows a token.
 */
export interface AnswerApi {
  /** The first answer, within three seconds. */
  callback(interaction: InteractionToken, body: Body): Promise<void>;
  /** Fills the deferred answer. */
  fill(interaction: InteractionToken, message: Body): Promise<void>;
  /** Does the deferred answer show something yet? */
  isFilled(interaction: InteractionToken): Promise<boolean>;
  followUp(interaction: InteractionToken, message: Body): Promise<void>;
  post(channelId: string, message: Body): Promise<void>;
  /** The thread's id is the message's. */
  startThread(channelId: string, messageId: string, name: string): Promise<void>;
  openDirect(personId: string): Promise<string>;
}

/** Of a thread that nobody writes in, in minutes: a day. */
const autoArchiveMinutes = 1_440;

export function createAnswerApi(rest: REST): AnswerApi {
  const post = (route: RouteLike, body: Body) => rest.post(route, { body });
  // The token in the address is all the right that is needed.
  const byToken = { auth: false } as const;
  return {
    callback: async ({ id, token }, body) =>
      void (await rest.post(Routes.interactionCallback(id, token), { body, ...byToken })),
    fill: async ({ applicationId, token }, body) =>
      void (await rest.patch(Routes.webhookMessage(applicationId, token), { body, ...byToken })),
    isFilled: async ({ applicationId, token }) => {
      const message = await rest.get(Routes.webhookMessage(applicationId, token), byToken);
      return (z.object({ flags: z.number() }).parse(message).flags & loadingFlag) === 0;
    },
    followUp: async ({ applicationId, token }, body) =>
      void (await rest.post(Routes.webhook(applicationId, token), { body, ...byToken })),
    post: async (channelId, message) => void (await post(Routes.channelMessages(channelId), message)),
    startThread: async (channelId, messageId, name) =>
      void (await post(Routes.threads(channelId, messageId), {
        name,
        auto_archive_duration: autoArchiveMinutes,
      })),
    openDirect: async (personId) =>
      z.object({ id: z.string() }).parse(await post(Routes.userChannels(), { recipient_id: personId })).id,
  };
}
