import { permissionsIn } from '../permissions.ts';
import type { Json } from '../records.ts';
import type { World } from '../world.ts';
import type { Guild, Member, Role } from '../world-parts.ts';

export function userObject(world: World, userId: string): Json {
  const person = world.people.get(userId);
  return {
    id: userId,
    username: person?.name.toLowerCase() ?? userId,
    global_name: person?.name ?? null,
    discriminator: '0',
    avatar: null,
    ...(person?.isBot ? { bot: true } : {}),
  };
}

export function memberObject(world: World, member: Member): Json {
  return { user: userObject(world, member.userId), ...bareMember(member) };
}

/** Without the user, as in resolved data and in messages. */
export function bareMember(member: Member): Json {
  return {
    nick: null,
    avatar: null,
    roles: member.roles,
    joined_at: '2025-01-01T00:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** The member of an interaction, who brings the permissions in its channel. */
export function actingMember(world: World, guild: Guild, member: Member, channelId: string): Json {
  const permissions = String(permissionsIn(world, guild, member.userId, channelId));
  return { ...memberObject(world, member), permissions };
}

export function roleObject(role: Role): Json {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    mentionable: role.mentionable,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: role.name === '@everyone' ? 0 : 1,
    managed: false,
    flags: 0,
  };
}
