import { threadObject } from '../objects/channels.ts';
import { messageForBot } from '../objects/message.ts';
import type { FakeThread, Json } from '../records.ts';
import {
  type Check,
  choiceOf,
  flag,
  integer,
  jsonOf,
  list,
  listOf,
  optional,
  shape,
  snowflake,
  text,
} from '../validate/fields.ts';
import { messageFlags } from '../validate/message.ts';
import { dispatch, type World } from '../world.ts';
import { createMessage } from '../write-message.ts';
import { refuse, refuseFields } from './api-error.ts';
import { checkMayPost, checkNewMessage } from './message-routes.ts';
import { archiveWhenDue, messageIn, need, type Place, placeOf } from './places.ts';
import { idOf, noContent, ok, type RouteCall, type Routes } from './route.ts';

/** docs.discord.com/developers/resources/channel: a day, unless the channel says otherwise. */
const defaultArchiveMinutes = 1_440;
const archiveMinutes = choiceOf(60, 1_440, 4_320, 10_080);

const fields: Readonly<Record<string, Check>> = {
  name: text(1, 100),
  auto_archive_duration: optional(archiveMinutes),
  rate_limit_per_user: optional(integer(0, 21_600)),
};
const newThread = shape(fields);
const newPost = shape({ ...fields, applied_tags: optional(list(snowflake, 0, 5)), message: shape({}) });
const changedThread = shape({
  ...fields,
  name: optional(text(1, 100)),
  archived: optional(flag),
  locked: optional(flag),
  applied_tags: optional(list(snowflake, 0, 5)),
});

export const threadRoutes: Routes = {
  'POST /channels/:channel/messages/:message/threads': startFromMessage,
  'POST /channels/:channel/threads': start,
  'PUT /channels/:channel/thread-members/@me': (call) => {
    const place = threadPlace(call.world, idOf(call, 'channel'));
    if (place.thread.isArchived) throw refuse('archivedThread');
    return noContent;
  },
  'GET /channels/:channel/threads/archived/public': (call) => {
    const place = placeOf(call.world, idOf(call, 'channel'));
    need(call.world, place, 'ReadMessageHistory');
    const threads = threadsOf(call.world, (thread) => thread.parentId === place.id && thread.isArchived);
    return ok({ threads, members: [], has_more: false });
  },
  'GET /guilds/:guild/threads/active': (call) => {
    const guildId = idOf(call, 'guild');
    if (!call.world.guilds.has(guildId)) throw refuse('missingAccess');
    const threads = threadsOf(call.world, (thread) => thread.guildId === guildId && !thread.isArchived);
    return ok({ threads, members: [] });
  },
};

function threadsOf(world: World, isWanted: (thread: FakeThread) => boolean): readonly Json[] {
  const threads = [...world.threads.values()];
  for (const thread of threads) archiveWhenDue(world, thread);
  return threads.filter(isWanted).map((thread) => threadObject(world, thread));
}

function threadPlace(world: World, id: string): Extract<Place, { kind: 'thread' }> {
  const place = placeOf(world, id);
  if (place.kind !== 'thread') throw refuse('wrongChannelType');
  return place;
}

/** The thread gets the id of its message. */
function startFromMessage({ world, ids, body }: RouteCall) {
  const place = placeOf(world, ids['channel'] ?? '');
  if (place.kind !== 'channel' || place.channel.kind === 'forum') throw refuse('wrongChannelType');
  const message = messageIn(world, place, ids['message'] ?? '');
  need(world, place, 'CreatePublicThreads');
  if (world.threads.has(message.id)) throw refuse('threadExists');
  refuseFields(newThread(body, []));
  message.flags |= messageFlags.hasThread;
  return created(world, addThread(world, place, message.id, body), {});
}

function start(call: RouteCall) {
  const { world, body, fileCount } = call;
  const place = placeOf(world, idOf(call, 'channel'));
  if (place.kind !== 'channel') throw refuse('wrongChannelType');
  if (place.channel.kind === 'forum') return startPost(world, place, body, fileCount);
  need(world, place, 'CreatePublicThreads');
  refuseFields(newThread(body, []));
  return created(world, addThread(world, place, world.newId(), body), {});
}

function startPost(world: World, place: Extract<Place, { kind: 'channel' }>, body: Json, fileCount: number) {
  const post = jsonOf(body['message']);
  checkMayPost(world, place, post, fileCount);
  refuseFields(newPost(body, []));
  checkNewMessage(post, fileCount);
  checkTags(world, place, listOf(body['applied_tags']));
  const thread = addThread(world, place, world.newId(), body);
  const { id, guildId } = thread;
  const message = createMessage(world, { id, channelId: id, guildId, authorId: world.botId, body: post });
  return created(world, thread, { message: messageForBot(world, message) });
}

function checkTags(
  world: World,
  place: Extract<Place, { kind: 'channel' | 'thread' }>,
  tags: readonly unknown[],
): void {
  const { channel } = place;
  if (channel.tags.some(({ id, moderated }) => moderated && tags.includes(id)))
    need(world, place, 'ManageThreads');
  if (!tags.every((id) => channel.tags.some((tag) => tag.id === id))) throw refuse('unknownTag');
  if (channel.needsTag && tags.length === 0) throw refuse('tagRequired');
}

function addThread(
  world: World,
  place: Extract<Place, { kind: 'channel' }>,
  id: string,
  body: Json,
): FakeThread {
  const nowMs = world.clock.nowMs();
  const thread: FakeThread = {
    id,
    parentId: place.id,
    guildId: place.guild.id,
    name: String(body['name']),
    tags: listOf(body['applied_tags']).map(String),
    isArchived: false,
    isLocked: false,
    autoArchiveMinutes: Number(body['auto_archive_duration'] ?? defaultArchiveMinutes),
    ownerId: world.botId,
    createdMs: nowMs,
    activeMs: nowMs,
  };
  world.threads.set(id, thread);
  return thread;
}

function created(world: World, thread: FakeThread, more: Json) {
  const body = { ...threadObject(world, thread), newly_created: true };
  dispatch(world, 'THREAD_CREATE', thread.guildId, body);
  return { status: 201, body: { ...body, ...more } };
}

/** What `PATCH /channels/:channel` does to a thread. */
export function changeThread(world: World, place: Extract<Place, { kind: 'thread' }>, body: Json) {
  const { thread } = place;
  refuseFields(changedThread(body, []));
  const staysArchived = thread.isArchived && body['archived'] !== false;
  if (staysArchived && Object.keys(body).some((name) => name !== 'archived' && name !== 'locked'))
    throw refuse('archivedThread');
  const isForOthers = thread.ownerId !== world.botId || 'locked' in body || thread.isLocked;
  need(world, place, isForOthers ? 'ManageThreads' : 'SendMessagesInThreads');
  if (body['applied_tags'] !== undefined) checkTags(world, place, listOf(body['applied_tags']));
  if (thread.isArchived && body['archived'] === false) thread.activeMs = world.clock.nowMs();
  applyChange(thread, body);
  dispatch(world, 'THREAD_UPDATE', thread.guildId, threadObject(world, thread));
  return ok(threadObject(world, thread));
}

function applyChange(thread: FakeThread, body: Json): void {
  const { name, archived, locked, auto_archive_duration: minutes, applied_tags: tags } = body;
  if (typeof name === 'string') thread.name = name;
  if (typeof archived === 'boolean') thread.isArchived = archived;
  if (typeof locked === 'boolean') thread.isLocked = locked;
  if (typeof minutes === 'number') thread.autoArchiveMinutes = minutes;
  if (Array.isArray(tags)) thread.tags = tags.map(String);
}
