import { anyChannelObject } from './objects/channels.ts';
import { messageForBot } from './objects/message.ts';
import { bareMember } from './objects/people.ts';
import { pingsOf } from './pings.ts';
import type { FakeMessage, Json } from './records.ts';
import { jsonOf } from './validate/fields.ts';
import { afterwards, messageFlags, nothingStanding } from './validate/message.ts';
import { dispatch, type World } from './world.ts';

export interface NewMessage {
  readonly channelId: string;
  readonly guildId: string | null;
  readonly authorId: string;
  readonly body: Json;
  readonly isEphemeral?: boolean;
  readonly interactionId?: string;
  /** Default: a new one. A forum post's first message has the id of the post. */
  readonly id?: string;
  readonly flags?: number;
}

/** Adds a message whose body has been checked, and tells the Gateway. */
export function createMessage(world: World, input: NewMessage): FakeMessage {
  const { channelId, guildId, authorId, body } = input;
  const { content, embeds, components, flags } = afterwards(body, nothingStanding);
  const replyTo = jsonOf(body['message_reference'])['message_id'];
  const repliedTo = world.messages.all.get(String(replyTo))?.authorId ?? null;
  const message: FakeMessage = {
    id: input.id ?? world.newId(),
    ...{ channelId, guildId, authorId, content, embeds, components },
    flags: flags | (input.flags ?? 0),
    nonce: body['nonce'] === undefined || body['nonce'] === null ? null : String(body['nonce']),
    createdMs: world.clock.nowMs(),
    editedMs: null,
    edits: [],
    isCrossposted: false,
    isEphemeral: input.isEphemeral ?? false,
    pings: pingsOf(world, { ...input, content, components, allowed: body['allowed_mentions'], repliedTo }),
    interactionId: input.interactionId ?? null,
    replyTo: replyTo === undefined ? null : String(replyTo),
  };
  world.messages.add(message);
  if (!message.isEphemeral) tell(world, 'MESSAGE_CREATE', message);
  return message;
}

/** Flags that an edit neither sets nor removes. */
const lastingFlags = messageFlags.ephemeral | messageFlags.hasThread | messageFlags.crossposted;

/** Rewrites a message by a body that has been checked. An edit pings nobody, unless it fills a deferred answer. */
export function rewriteMessage(world: World, message: FakeMessage, body: Json): void {
  const isFilling = (message.flags & messageFlags.loading) !== 0;
  const next = afterwards(body, message);
  const flags = (next.flags & ~messageFlags.loading & ~lastingFlags) | (message.flags & lastingFlags);
  Object.assign(message, next, { flags });
  message.edits.push(body);
  if (isFilling)
    message.pings = pingsOf(world, { ...message, allowed: body['allowed_mentions'], repliedTo: null });
  else message.editedMs = world.clock.nowMs();
  if (!message.isEphemeral) tell(world, 'MESSAGE_UPDATE', message);
}

export function deleteMessage(world: World, message: FakeMessage): void {
  world.messages.remove(message.id);
  const { id, channelId, guildId } = message;
  const guild = guildId === null ? {} : { guild_id: guildId };
  if (!message.isEphemeral)
    dispatch(world, 'MESSAGE_DELETE', guildId, { id, channel_id: channelId, ...guild });
}

function tell(world: World, type: string, message: FakeMessage): void {
  const { guildId, authorId, channelId } = message;
  const member = guildId === null ? undefined : world.guilds.get(guildId)?.members.get(authorId);
  dispatch(world, type, guildId, {
    ...messageForBot(world, message),
    channel_type: anyChannelObject(world, channelId)['type'],
    ...(guildId === null ? {} : { guild_id: guildId }),
    ...(member ? { member: bareMember(member) } : {}),
  });
}
