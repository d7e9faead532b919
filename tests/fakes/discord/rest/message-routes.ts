import { messageForBot } from '../objects/message.ts';
import type { FakeMessage, Json } from '../records.ts';
import { integer, type Path } from '../validate/fields.ts';
import {
  afterwards,
  isEmptyMessage,
  messageFlags,
  messageProblems,
  nothingStanding,
} from '../validate/message.ts';
import type { World } from '../world.ts';
import { createMessage, deleteMessage, rewriteMessage } from '../write-message.ts';
import { refuse, refuseFields } from './api-error.ts';
import { guildIdOf, may, messageIn, need, type Place, placeOf } from './places.ts';
import { idOf, noContent, ok, type RouteCall, type Routes } from './route.ts';

/** "The past few minutes" of the documentation of `enforce_nonce`. */
const nonceWindowMs = 180_000;

export const messageRoutes: Routes = {
  'GET /channels/:channel/messages': history,
  'POST /channels/:channel/messages': create,
  'GET /channels/:channel/messages/:message': (call) => {
    const place = placeOf(call.world, idOf(call, 'channel'));
    need(call.world, place, 'ReadMessageHistory');
    return ok(messageForBot(call.world, messageIn(call.world, place, idOf(call, 'message'))));
  },
  'PATCH /channels/:channel/messages/:message': edit,
  'DELETE /channels/:channel/messages/:message': (call) => {
    const place = placeOf(call.world, idOf(call, 'channel'));
    const message = messageIn(call.world, place, idOf(call, 'message'));
    if (message.authorId !== call.world.botId) need(call.world, place, 'ManageMessages');
    deleteMessage(call.world, message);
    return noContent;
  },
  'POST /channels/:channel/messages/:message/crosspost': crosspost,
  'POST /channels/:channel/typing': (call) => {
    need(call.world, placeOf(call.world, idOf(call, 'channel')), 'SendMessages');
    return noContent;
  },
};

function history({ world, ids, query }: RouteCall) {
  const place = placeOf(world, ids['channel'] ?? '');
  const limit = query['limit'] === undefined ? 50 : Number(query['limit']);
  refuseFields(integer(1, 100)(limit, ['limit']));
  if (!may(world, place, 'ReadMessageHistory')) return ok([]);
  const standing = world.messages.inChannel(place.id);
  const { before, after } = query;
  const page =
    after === undefined ? newestBefore(standing, before, limit) : oldestAfter(standing, BigInt(after), limit);
  return ok(page.map((message) => messageForBot(world, message)));
}

/** Newest first. Read from the end, since the newest of thousands are asked for many times. */
function newestBefore(
  standing: readonly FakeMessage[],
  before: string | undefined,
  limit: number,
): readonly FakeMessage[] {
  const found: FakeMessage[] = [];
  for (let index = standing.length - 1; index >= 0 && found.length < limit; index -= 1) {
    const message = standing[index];
    if (!message || message.isEphemeral) continue;
    if (before === undefined || BigInt(message.id) < BigInt(before)) found.push(message);
  }
  return found;
}

function oldestAfter(standing: readonly FakeMessage[], after: bigint, limit: number): readonly FakeMessage[] {
  const found = standing.filter((message) => !message.isEphemeral && BigInt(message.id) > after);
  return found.slice(0, limit).toReversed();
}

/** Throws unless the body, which stands at `path` of the request's, makes a message that Discord takes. */
export function checkNewMessage(body: Json, fileCount: number, path: Path = []): void {
  refuseFields(messageProblems(body, null), path);
  if (isEmptyMessage(afterwards(body, nothingStanding), fileCount)) throw refuse('emptyMessage');
}

/** Throws unless the bot may post what the body holds. */
export function checkMayPost(world: World, place: Place, body: Json, fileCount: number): void {
  need(world, place, place.kind === 'thread' ? 'SendMessagesInThreads' : 'SendMessages');
  if (Array.isArray(body['embeds']) && body['embeds'].length) need(world, place, 'EmbedLinks');
  if (fileCount > 0) need(world, place, 'AttachFiles');
}

function create({ world, ids, body, fileCount }: RouteCall) {
  const place = placeOf(world, ids['channel'] ?? '');
  checkMayPost(world, place, body, fileCount);
  if (place.kind === 'channel' && place.channel.kind === 'forum') throw refuse('forumTakesNoMessages');
  if (place.kind === 'direct' && world.people.get(place.userId)?.refuses)
    throw refuse('refusesDirectMessages');
  checkNewMessage(body, fileCount);
  const earlier = earlierMessage(world, body);
  if (earlier) return ok(withNonce(world, earlier));
  if (place.kind === 'thread') wakeThread(world, place);
  // Only answers to interactions may be ephemeral: elsewhere Discord drops the flag.
  const flags = typeof body['flags'] === 'number' ? body['flags'] & ~messageFlags.ephemeral : 0;
  const message = createMessage(world, {
    channelId: place.id,
    guildId: guildIdOf(place),
    authorId: world.botId,
    body: { ...body, flags },
  });
  return ok(withNonce(world, message));
}

/** The nonce comes with the answer to a creation, and never with the history. */
function withNonce(world: World, message: FakeMessage): Json {
  return { ...messageForBot(world, message), ...(message.nonce === null ? {} : { nonce: message.nonce }) };
}

function earlierMessage(world: World, body: Json): FakeMessage | undefined {
  if (body['enforce_nonce'] !== true || body['nonce'] === undefined) return undefined;
  const earlier = world.messages.byNonce(world.botId, String(body['nonce']));
  return earlier && world.clock.nowMs() - earlier.createdMs <= nonceWindowMs ? earlier : undefined;
}

/** A message to an archived thread opens it again; a locked one opens for those only who manage threads. */
function wakeThread(world: World, place: Extract<Place, { kind: 'thread' }>): void {
  if (place.thread.isLocked && !may(world, place, 'ManageThreads')) throw refuse('threadLocked');
  place.thread.isArchived = false;
  place.thread.activeMs = world.clock.nowMs();
}

function edit({ world, ids, body, fileCount }: RouteCall) {
  const place = placeOf(world, ids['channel'] ?? '');
  const message = messageIn(world, place, ids['message'] ?? '');
  if (message.authorId !== world.botId) throw refuse('notOwnMessage');
  if (place.kind === 'thread' && place.thread.isArchived) throw refuse('archivedThread');
  checkEdit(message, body, fileCount);
  rewriteMessage(world, message, body);
  return ok(messageForBot(world, message));
}

/** Throws unless the edit is one that Discord takes. */
export function checkEdit(message: FakeMessage, body: Json, fileCount: number, path: Path = []): void {
  refuseFields(messageProblems(body, message), path);
  if (isEmptyMessage(afterwards(body, message), fileCount)) throw refuse('emptyMessage');
}

function crosspost({ world, ids }: RouteCall) {
  const place = placeOf(world, ids['channel'] ?? '');
  const message = messageIn(world, place, ids['message'] ?? '');
  if (place.kind !== 'channel' || place.channel.kind !== 'announcement') throw refuse('wrongChannelType');
  need(world, place, message.authorId === world.botId ? 'SendMessages' : 'ManageMessages');
  if (message.isCrossposted) throw refuse('alreadyCrossposted');
  message.isCrossposted = true;
  message.flags |= messageFlags.crossposted;
  return ok(messageForBot(world, message));
}
