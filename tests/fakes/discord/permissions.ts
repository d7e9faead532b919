import { allPermissions, hasPermission, permissionBits } from './permission-bits.ts';
import type { World } from './world.ts';
import type { Guild } from './world-parts.ts';

/** What a member may do in a channel or thread of the guild (docs.discord.com: permission hierarchy, as far as it is kept). */
export function permissionsIn(world: World, guild: Guild, userId: string, channelId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  const everyone = guild.roles.get(guild.id)?.permissions ?? 0n;
  const held = member.roles.reduce((sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n), everyone);
  if (guild.ownerId === userId || hasPermission(held, 'Administrator')) return allPermissions;
  const channel = world.channels.get(world.threads.get(channelId)?.parentId ?? channelId);
  const denied = userId === world.botId && channel ? permissionBits([...channel.botLacks]) : 0n;
  const left = held & ~denied;
  // Who does not see a channel may do nothing in it.
  return hasPermission(left, 'ViewChannel') ? left : 0n;
}
