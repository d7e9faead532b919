import type { FakeMessage, Json } from '../records.ts';
import { isJson } from '../validate/fields.ts';
import { messageFlags } from '../validate/message.ts';
import type { World } from '../world.ts';
import { threadObject } from './channels.ts';
import { userObject } from './people.ts';

/** A message as everyone reads it who may read its content. */
export function messageObject(world: World, message: FakeMessage): Json {
  const thread = world.threads.get(message.id);
  const interaction = message.interactionId ? world.interactions.get(message.interactionId) : undefined;
  return {
    id: message.id,
    type: typeOf(world, message),
    channel_id: message.channelId,
    author: userObject(world, message.authorId),
    content: message.content,
    timestamp: new Date(message.createdMs).toISOString(),
    edited_timestamp: message.editedMs === null ? null : new Date(message.editedMs).toISOString(),
    tts: false,
    mention_everyone: message.pings.everyone,
    mentions: message.pings.users.map((id) => userObject(world, id)),
    mention_roles: message.pings.roles,
    attachments: [],
    embeds: message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: withIds(message.components),
    pinned: false,
    flags: message.flags,
    ...(message.authorId === world.botId && interaction ? { application_id: world.botId } : {}),
    ...(interaction ? { interaction_metadata: metadataOf(world, interaction) } : {}),
    ...(message.replyTo === null ? {} : { message_reference: referenceOf(message) }),
    ...(thread && (message.flags & messageFlags.hasThread) !== 0
      ? { thread: threadObject(world, thread) }
      : {}),
  };
}

/**
 * A message as the bot reads it. Without the intent MESSAGE_CONTENT it gets what a person wrote only in direct messages and
 * where it is mentioned (docs.discord.com/developers/events/gateway: message content intent).
 */
export function messageForBot(world: World, message: FakeMessage): Json {
  const mayRead =
    message.authorId === world.botId ||
    message.guildId === null ||
    message.pings.users.includes(world.botId) ||
    ((world.options.privilegedIntents ?? 0) & (1 << 15)) !== 0;
  const whole = messageObject(world, message);
  return mayRead ? whole : { ...whole, content: '', embeds: [], components: [], attachments: [] };
}

function typeOf(world: World, message: FakeMessage): number {
  const interaction = message.interactionId ? world.interactions.get(message.interactionId) : undefined;
  if (interaction?.kind === 'command') return 20;
  if (interaction?.kind === 'contextMenu') return 23;
  return message.replyTo === null ? 0 : 19;
}

function metadataOf(
  world: World,
  interaction: { readonly id: string; readonly kind: string; readonly userId: string },
): Json {
  const type = { component: 3, modal: 5 }[interaction.kind] ?? 2;
  return {
    id: interaction.id,
    type,
    user: userObject(world, interaction.userId),
    authorizing_integration_owners: {},
  };
}

function referenceOf(message: FakeMessage): Json {
  const guild = message.guildId === null ? {} : { guild_id: message.guildId };
  return { type: 0, message_id: message.replyTo, channel_id: message.channelId, ...guild };
}

/** Discord numbers the components that were sent without an id. */
function withIds(components: readonly Json[]): readonly unknown[] {
  const ids = { next: 1 };
  const numbered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(numbered);
    if (!isJson(value)) return value;
    const own = typeof value['type'] === 'number' && value['id'] === undefined ? { id: ids.next++ } : {};
    const inner = ['components', 'accessory'].flatMap((name) =>
      value[name] === undefined ? [] : [[name, numbered(value[name])] as const],
    );
    return { ...value, ...own, ...Object.fromEntries(inner) };
  };
  return components.map(numbered);
}
