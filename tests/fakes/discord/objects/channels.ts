import type { ForumTagOptions } from '../options.ts';
import { permissionBits } from '../permission-bits.ts';
import type { FakeThread, Json } from '../records.ts';
import type { World } from '../world.ts';
import type { Channel, Guild } from '../world-parts.ts';
import { memberObject, roleObject, userObject } from './people.ts';

const typeOf = { text: 0, announcement: 5, forum: 15 } as const;

export function channelObject(world: World, channel: Channel): Json {
  const deny = String(permissionBits([...channel.botLacks]));
  return {
    id: channel.id,
    type: typeOf[channel.kind],
    guild_id: channel.guildId,
    name: channel.name,
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    flags: channel.needsTag ? 16 : 0,
    last_message_id: world.messages.inChannel(channel.id).at(-1)?.id ?? null,
    permission_overwrites: channel.botLacks.size ? [{ id: world.botId, type: 1, allow: '0', deny }] : [],
    ...(channel.kind === 'forum'
      ? { available_tags: channel.tags.map(tagObject), default_sort_order: null }
      : {}),
  };
}

function tagObject(tag: ForumTagOptions): Json {
  return { ...tag, moderated: tag.moderated ?? false, emoji_id: null, emoji_name: null };
}

export function threadObject(world: World, thread: FakeThread): Json {
  const messages = world.messages.inChannel(thread.id);
  return {
    id: thread.id,
    // 10: a thread of an announcement channel, 11: any other public one.
    type: world.channels.get(thread.parentId)?.kind === 'announcement' ? 10 : 11,
    guild_id: thread.guildId,
    parent_id: thread.parentId,
    owner_id: thread.ownerId,
    name: thread.name,
    last_message_id: messages.at(-1)?.id ?? null,
    message_count: messages.length,
    total_message_sent: messages.length,
    member_count: 1,
    rate_limit_per_user: 0,
    flags: 0,
    applied_tags: thread.tags,
    thread_metadata: {
      archived: thread.isArchived,
      locked: thread.isLocked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: new Date(thread.activeMs).toISOString(),
      create_timestamp: new Date(thread.createdMs).toISOString(),
    },
  };
}

export function directChannelObject(world: World, channelId: string, userId: string): Json {
  return {
    id: channelId,
    type: 1,
    flags: 0,
    last_message_id: world.messages.inChannel(channelId).at(-1)?.id ?? null,
    recipients: [userObject(world, userId)],
  };
}

/** Whatever the id names: a channel of a guild, a thread or a direct channel; `{}` where it names nothing. */
export function anyChannelObject(world: World, id: string): Json {
  const channel = world.channels.get(id);
  if (channel) return channelObject(world, channel);
  const thread = world.threads.get(id);
  if (thread) return threadObject(world, thread);
  const userId = world.directChannels.get(id);
  return userId === undefined ? {} : directChannelObject(world, id, userId);
}

/** As GUILD_CREATE brings it, and without its last fields `GET /guilds/{id}`. */
export function guildObject(world: World, guild: Guild): Json {
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  const threads = [...world.threads.values()].filter((thread) => thread.guildId === guild.id);
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    icon: null,
    features: [],
    emojis: [],
    stickers: [],
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
    afk_timeout: 300,
    roles: [...guild.roles.values()].map(roleObject),
    joined_at: '2025-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [...guild.members.values()].map((member) => memberObject(world, member)),
    channels: channels.map((channel) => channelObject(world, channel)),
    threads: threads.filter((thread) => !thread.isArchived).map((thread) => threadObject(world, thread)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
