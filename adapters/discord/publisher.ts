import type { REST } from 'discord.js';
import type { ChannelRef } from '../../src/domain/delivery.ts';
import { personOf } from '../../src/domain/workspace.ts';
import type { Log } from '../../src/ports/log.ts';
import type {
  Attempt,
  FindOutcome,
  OutgoingMessage,
  PostedMessage,
  Publisher,
  PublishOutcome,
  SoughtMessage,
} from '../../src/ports/publisher.ts';
import { findParts, findPost, idBefore, isGone, type Search, type StandingParts } from './find-message.ts';
import type { DiscordMessageLayout } from './messages.ts';
import { createPublishApi, type PublishApi } from './publish-api.ts';
import { crosspost } from './publish-crosspost.ts';
import { createMemo } from './publish-memo.ts';
import { admissionTo, outcomeOf, outcomeOfSearch } from './publish-outcomes.ts';
import { postParts } from './publish-parts.ts';
import { messageIdOf, permalinkOf, type StandingPlace, standingPlaceOf } from './publish-place.ts';
import { type ReviseTools, reviseMessages } from './publish-revise.ts';
import { createPublishTargets, type PublishTarget } from './publish-target.ts';
import { createDiscordRenderer } from './renderer.ts';

export interface DiscordPublisherOptions {
  readonly rest: REST;
  readonly log: Log;
  /** Of new messages; those that stand keep theirs. */
  readonly layout: DiscordMessageLayout;
  /** Are messages of this announcement channel passed on to the servers that follow it? */
  readonly crossposts: (channel: ChannelRef) => boolean;
}

/** Discord takes five messages in five seconds in a channel (seen in X-RateLimit-Limit and -Reset-After). */
const channelIntervalMs = 1_000;

/**
 * Posts to Discord. A message id is `PLACE/MESSAGE` (see `messageIdOf`), and stands for the first message where a document
 * takes several. Such a one is posted when all of them stand: `find` calls it absent as long as one is missing, and
 * `publish`, asked next, posts only those that are.
 */
export function createDiscordPublisher(options: DiscordPublisherOptions): Publisher {
  const { rest } = options;
  const renderers = {
    components: createDiscordRenderer({ layout: 'components' }),
    embeds: createDiscordRenderer({ layout: 'embeds' }),
  };
  const work = createWork(options, renderers);
  const posts = createMemo<Promise<PublishOutcome>>();

  return {
    platform: 'discord',
    channelIntervalMs,
    async publish(message, attempt) {
      const place = memoKey(message.channel, message.key);
      const posting = posts.get(place) ?? work.post(message, createPublishApi(rest, attempt));
      posts.set(place, posting);
      const outcome = await posting;
      if (outcome.kind !== 'posted') posts.set(place, undefined);
      return outcome;
    },
    async revise(messageId, message, attempt) {
      const { channel } = message;
      const at = standingPlaceOf(messageId);
      if (!at) return { kind: 'gone', problem: `Discord has no message "${messageId}" to rewrite.` };
      const api = createPublishApi(rest, attempt);
      try {
        await reviseMessages(at, message, { api, renderers, channelIntervalMs });
        return postedAt(channel, at);
      } catch (error) {
        const isInThread = isBelow(channel, at.place);
        return outcomeOf(error, { guildId: channel.workspaceId, api, partStands: false, isInThread });
      }
    },
    async find(sought, attempt) {
      const api = createPublishApi(rest, attempt);
      try {
        return await work.find(sought, api);
      } catch (error) {
        if (isGone(error)) return { kind: 'absent' };
        return outcomeOfSearch(error, { guildId: sought.channel.workspaceId, api });
      }
    },
    admissionTo: ({ workspaceId }) => admissionTo(workspaceId, createPublishApi(rest, oneQuestion)),
  };
}

type Renderers = ReviseTools['renderers'];

/** What the publisher does in an attempt, and what it remembers for the next. */
function createWork(options: DiscordPublisherOptions, renderers: Renderers) {
  const targets = createPublishTargets();
  const standing = createMemo<StandingParts>();

  async function post(message: OutgoingMessage, api: PublishApi): Promise<PublishOutcome> {
    const { key, channel, document, mentions, language, threadMessageId } = message;
    const place = memoKey(channel, key);
    let isInThread = false;
    try {
      const target = await targets.of(channel, headOf(threadMessageId), api, document.kind);
      isInThread = target.kind === 'place' && isBelow(channel, target.place);
      const payloads = renderers[options.layout].render(document, { key, mentions, language });
      const onPosted = (parts: StandingParts) => standing.set(place, parts);
      const job = { message, payloads, standing: standing.get(place) ?? null, onPosted, channelIntervalMs };
      return await posted(channel, await postParts(job, target, api), target, api);
    } catch (error) {
      const partStands = (standing.get(place)?.parts.size ?? 0) > 0;
      return outcomeOf(error, { guildId: channel.workspaceId, api, partStands, isInThread });
    }
  }

  async function find(sought: SoughtMessage, api: PublishApi): Promise<FindOutcome> {
    const { key, channel, threadMessageId, sinceMs } = sought;
    const head = headOf(threadMessageId);
    const search = { key, after: idBefore(sinceMs), guild: channel.workspaceId };
    const target = await targets.of(channel, head, api);
    let found = await findAt(search, target, api);
    // What is below a head in a forum may be an item of a digest, which has a post of its own.
    const forum = found || !head ? null : await targets.of(channel, head, api, 'story');
    if (forum?.kind === 'forum') found = await findAt(search, forum, api);
    standing.set(memoKey(channel, key), found ?? undefined);
    if (!found?.parts.has(1) || found.parts.size < found.total) return { kind: 'absent' };
    return posted(channel, found, target, api);
  }

  /** All parts stand. */
  async function posted(channel: ChannelRef, parts: StandingParts, target: PublishTarget, api: PublishApi) {
    const isPassedOn = target.kind === 'place' && target.isAnnouncement && options.crossposts(channel);
    if (isPassedOn) await crosspost(parts, api, options.log);
    return postedAt(channel, { place: parts.place, message: parts.parts.get(1) ?? '' });
  }

  return { post, find };
}

function findAt(
  search: Search & { readonly guild: string },
  target: PublishTarget,
  api: PublishApi,
): Promise<StandingParts | null> {
  return target.kind === 'forum'
    ? findPost(search, { forum: target.forum.id, guild: search.guild }, api)
    : findParts(search, target.place, api);
}

const oneQuestion: Attempt = { isOver: () => false, pause: () => Promise.resolve() };

/** A thread or post of the channel, and not the channel itself. */
function isBelow(channel: ChannelRef, place: string): boolean {
  return personOf(channel) === null && place !== channel.channelId;
}

function headOf(threadMessageId: string | null): StandingPlace | null {
  return threadMessageId === null ? null : standingPlaceOf(threadMessageId);
}

function memoKey({ workspaceId, channelId }: ChannelRef, key: string): string {
  return JSON.stringify([workspaceId, channelId, key]);
}

function postedAt(channel: ChannelRef, at: StandingPlace): PostedMessage {
  return { kind: 'posted', messageId: messageIdOf(at), permalink: permalinkOf(channel, at) };
}
