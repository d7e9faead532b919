import type { ChannelOptions, GuildOptions, MemberOptions } from './options.ts';
import {
  everyonePermissions,
  ordinaryBotPermissions,
  type PermissionName,
  permissionBits,
} from './permission-bits.ts';
import type { Channel, Guild, Person, Role } from './world-parts.ts';

interface Population {
  readonly botId: string;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly people: Map<string, Person>;
}

/** Adds a guild with all that is in it. The bot's role has the bot's id, a person's own role that of the person. */
export function addGuild(world: Population, options: GuildOptions): Guild {
  const ownerId = options.ownerId ?? '300000000000000000';
  const guild: Guild = {
    id: options.id,
    name: options.name ?? options.id,
    ownerId,
    locale: options.locale ?? 'en-US',
    roles: new Map(),
    members: new Map(),
    isAvailable: true,
  };
  const botPermissions = options.botPermissions ?? ordinaryBotPermissions;
  addRole(guild, options.id, '@everyone', everyonePermissions);
  addRole(guild, world.botId, 'wirewatch', botPermissions);
  for (const role of options.roles ?? [])
    addRole(guild, role.id, role.name, role.permissions ?? [], role.mentionable ?? false);
  guild.members.set(world.botId, { userId: world.botId, roles: [world.botId] });
  for (const member of options.members ?? []) addMember(world, guild, member);
  if (!guild.members.has(ownerId)) addMember(world, guild, { id: ownerId });
  // Everyone may do more than the bot was given: what it lacks is denied in each channel.
  const denied = everyonePermissions.filter((name) => !botPermissions.includes(name));
  for (const channel of options.channels) addChannel(world, guild, channel, denied);
  world.guilds.set(guild.id, guild);
  return guild;
}

function addRole(
  guild: Guild,
  id: string,
  name: string,
  permissions: readonly PermissionName[],
  mentionable = false,
): void {
  const role: Role = { id, name, permissions: permissionBits(permissions), mentionable };
  guild.roles.set(id, role);
}

function addMember(world: Population, guild: Guild, options: MemberOptions): void {
  const { id, permissions } = options;
  const name = options.name ?? id;
  const locale = options.locale ?? 'en-US';
  world.people.set(id, { id, name, isBot: false, refuses: options.refusesDirectMessages ?? false, locale });
  if (permissions) addRole(guild, id, name, permissions);
  guild.members.set(id, { userId: id, roles: [...(options.roles ?? []), ...(permissions ? [id] : [])] });
}

function addChannel(
  world: Population,
  guild: Guild,
  options: ChannelOptions,
  denied: readonly PermissionName[],
): void {
  world.channels.set(options.id, {
    id: options.id,
    guildId: guild.id,
    name: options.name ?? options.id,
    kind: options.kind ?? 'text',
    tags: options.tags ?? [],
    needsTag: options.needsTag ?? false,
    botLacks: new Set([...denied, ...(options.botLacks ?? [])]),
  });
}
