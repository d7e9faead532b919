import { type REST, type RouteLike, Routes } from 'discord.js';
import { z } from 'zod';
import type { Attempt } from '../../src/ports/publisher.ts';
import { AttemptOverError } from './discord-errors.ts';
import type { DiscordPayload } from './messages.ts';
import { requestTimeoutMs } from './rest-client.ts';

const created = z.object({ id: z.string() });
const channelShape = z.object({
  id: z.string(),
  /** https://docs.discord.com/developers/resources/channel, "Channel Types". */
  type: z.number(),
  /** Of a forum. `moderated`: only moderators may give it. */
  available_tags: z
    .array(z.object({ id: z.string(), name: z.string(), moderated: z.boolean().nullish() }))
    .nullish(),
  /** Of a forum's post. */
  applied_tags: z.array(z.string()).nullish(),
});
const messageShape = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  flags: z.number().nullish(),
  components: z.array(z.unknown()).nullish(),
});
const threadsShape = z.object({
  threads: z.array(
    z.object({ id: z.string(), parent_id: z.string().nullish(), owner_id: z.string().nullish() }),
  ),
});

export type DiscordChannel = z.infer<typeof channelShape>;
export type DiscordMessage = z.infer<typeof messageShape>;
export type DiscordThread = z.infer<typeof threadsShape>['threads'][number];

export interface ForumPost {
  readonly name: string;
  readonly tagIds: readonly string[];
  readonly message: DiscordPayload;
}

/** Of a thread that nobody writes in, in minutes: a week, as long as Discord offers. */
const autoArchiveMinutes = 10_080;

/** What one attempt of the publisher asks of Discord. Rejects with what the client throws (see `discordFailure`). */
export interface PublishApi {
  /** Between two messages of one delivery. */
  pause(ms: number): Promise<void>;
  /** Resolves when the bot is in this server. */
  guild(id: string): Promise<void>;
  /** The bot's own user id. */
  me(): Promise<string>;
  channel(id: string): Promise<DiscordChannel>;
  openDirect(personId: string): Promise<string>;
  post(place: string, payload: DiscordPayload): Promise<string>;
  edit(place: string, message: string, payload: DiscordPayload): Promise<void>;
  remove(place: string, message: string): Promise<void>;
  message(place: string, message: string): Promise<DiscordMessage>;
  /** At most 100, newest first. */
  page(place: string, range: { before?: string; after?: string }): Promise<readonly DiscordMessage[]>;
  startThread(channel: string, message: string, name: string): Promise<void>;
  startPost(forum: string, post: ForumPost): Promise<string>;
  unarchive(thread: string): Promise<void>;
  tagPost(post: string, tagIds: readonly string[]): Promise<void>;
  activeThreads(guild: string): Promise<readonly DiscordThread[]>;
  crosspost(channel: string, message: string): Promise<void>;
}

export function createPublishApi(rest: REST, attempt: Attempt): PublishApi {
  const signal = () => {
    if (attempt.isOver()) throw new AttemptOverError();
    return AbortSignal.timeout(requestTimeoutMs);
  };
  const get = async (route: RouteLike, query = {}) =>
    rest.get(route, { query: new URLSearchParams(query), signal: signal() });
  const post = async (route: RouteLike, body?: object) =>
    rest.post(route, { ...(body && { body }), signal: signal() });
  const patch = async (route: RouteLike, body: object) => rest.patch(route, { body, signal: signal() });
  return {
    pause: attempt.pause,
    guild: async (id) => void (await get(Routes.guild(id))),
    me: async () => created.parse(await get(Routes.user())).id,
    channel: async (id) => channelShape.parse(await get(Routes.channel(id))),
    openDirect: async (personId) =>
      created.parse(await post(Routes.userChannels(), { recipient_id: personId })).id,
    post: async (place, payload) => created.parse(await post(Routes.channelMessages(place), payload)).id,
    edit: async (place, message, payload) =>
      void (await patch(Routes.channelMessage(place, message), payload)),
    remove: async (place, message) =>
      void (await rest.delete(Routes.channelMessage(place, message), { signal: signal() })),
    message: async (place, message) => messageShape.parse(await get(Routes.channelMessage(place, message))),
    page: async (place, range) =>
      z.array(messageShape).parse(await get(Routes.channelMessages(place), { limit: '100', ...range })),
    startThread: async (channel, message, name) =>
      void (await post(Routes.threads(channel, message), {
        name,
        auto_archive_duration: autoArchiveMinutes,
      })),
    startPost: async (forum, { name, tagIds, message }) => {
      const body = { name, applied_tags: tagIds, auto_archive_duration: autoArchiveMinutes, message };
      return created.parse(await post(Routes.threads(forum), body)).id;
    },
    unarchive: async (thread) => void (await patch(Routes.channel(thread), { archived: false })),
    tagPost: async (thread, tagIds) => void (await patch(Routes.channel(thread), { applied_tags: tagIds })),
    activeThreads: async (guild) => threadsShape.parse(await get(Routes.guildActiveThreads(guild))).threads,
    crosspost: async (channel, message) =>
      void (await post(Routes.channelMessageCrosspost(channel, message))),
  };
}
