import { hasPermission, type PermissionName } from '../permission-bits.ts';
import { permissionsIn } from '../permissions.ts';
import type { FakeMessage, FakeThread } from '../records.ts';
import type { World } from '../world.ts';
import type { Channel, Guild } from '../world-parts.ts';
import { refuse } from './api-error.ts';

/** Where messages stand or threads start. */
export type Place =
  | { readonly kind: 'channel'; readonly id: string; readonly guild: Guild; readonly channel: Channel }
  | {
      readonly kind: 'thread';
      readonly id: string;
      readonly guild: Guild;
      readonly channel: Channel;
      readonly thread: FakeThread;
    }
  | { readonly kind: 'direct'; readonly id: string; readonly userId: string };

/** The channel, thread or direct channel; 10003 where there is none, 50001 where the bot does not see it. */
export function placeOf(world: World, id: string): Place {
  const userId = world.directChannels.get(id);
  if (userId !== undefined) return { kind: 'direct', id, userId };
  const thread = world.threads.get(id);
  const channel = world.channels.get(thread?.parentId ?? id);
  if (!channel) throw refuse('unknownChannel');
  const guild = guildOf(world, channel.guildId, 'missingAccess');
  if (!hasPermission(permissionsIn(world, guild, world.botId, id), 'ViewChannel'))
    throw refuse('missingAccess');
  if (!thread) return { kind: 'channel', id, guild, channel };
  archiveWhenDue(world, thread);
  return { kind: 'thread', id, guild, channel, thread };
}

export function guildOf(world: World, id: string, refusal: 'missingAccess' | 'unknownGuild'): Guild {
  const guild = world.guilds.get(id);
  if (!guild) throw refuse(refusal);
  return guild;
}

/** A thread archives itself when nobody has written for its time. */
export function archiveWhenDue(world: World, thread: FakeThread): void {
  const idleMs = world.clock.nowMs() - thread.activeMs;
  if (idleMs > thread.autoArchiveMinutes * 60_000) thread.isArchived = true;
}

/** 50013 where the bot lacks one of them; in direct messages it needs none. */
export function need(world: World, place: Place, ...names: readonly PermissionName[]): void {
  if (!names.every((name) => may(world, place, name))) throw refuse('missingPermissions');
}

export function may(world: World, place: Place, name: PermissionName): boolean {
  return (
    place.kind === 'direct' || hasPermission(permissionsIn(world, place.guild, world.botId, place.id), name)
  );
}

export function guildIdOf(place: Place): string | null {
  return place.kind === 'direct' ? null : place.guild.id;
}

/** 10008 where it does not stand in that channel, or is for one person only. */
export function messageIn(world: World, place: Place, messageId: string): FakeMessage {
  const message = world.messages.all.get(messageId);
  if (!message || message.channelId !== place.id || message.isEphemeral) throw refuse('unknownMessage');
  return message;
}
