import { PermissionFlagsBits } from 'discord.js';

/** As Discord's API has them: bit fields are decimal texts. */
export interface GuildRights {
  readonly ownerId: string;
  readonly roles: readonly { readonly id: string; readonly permissions: string }[];
}

export interface Overwrite {
  /** Of a role or a member. */
  readonly id: string;
  readonly allow: string;
  readonly deny: string;
}

export interface Holder {
  readonly guildId: string;
  readonly personId: string;
  readonly roleIds: readonly string[];
}

const all = ~0n;

/** What somebody may do in a server as a whole (https://docs.discord.com/developers/topics/permissions). */
export function guildPermissions({ guildId, personId, roleIds }: Holder, guild: GuildRights): bigint {
  if (guild.ownerId === personId) return all;
  // The role that everyone has bears the server's id.
  const own = new Set([guildId, ...roleIds]);
  const held = guild.roles
    .filter(({ id }) => own.has(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  return (held & PermissionFlagsBits.Administrator) === 0n ? held : all;
}

/** The same in one channel: its overwrites for everyone, then for the roles together, then for the member. */
export function channelPermissions(
  base: bigint,
  { guildId, personId, roleIds }: Holder,
  overwrites: readonly Overwrite[],
): bigint {
  if (base === all) return all;
  const layers = [[guildId], roleIds.filter((id) => id !== guildId), [personId]];
  const held = layers.reduce((before, ids) => {
    const layer = overwrites.filter(({ id }) => ids.includes(id));
    const deny = layer.reduce((sum, overwrite) => sum | BigInt(overwrite.deny), 0n);
    const allow = layer.reduce((sum, overwrite) => sum | BigInt(overwrite.allow), 0n);
    return (before & ~deny) | allow;
  }, base);
  // Whoever does not see a channel may do nothing in it.
  return (held & PermissionFlagsBits.ViewChannel) === 0n ? 0n : held;
}
