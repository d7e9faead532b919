import { PermissionFlagsBits } from 'discord.js';

/** A right that the bot asks for, as Discord's settings name it, and what it is used for. */
export interface UsedPermission {
  readonly name: string;
  readonly bit: bigint;
  readonly use: string;
}

/** All that the bot is invited with: what is not here is not used. */
export const usedPermissions: readonly UsedPermission[] = [
  { name: 'View Channel', bit: PermissionFlagsBits.ViewChannel, use: 'sees the channels that it posts to' },
  { name: 'Send Messages', bit: PermissionFlagsBits.SendMessages, use: 'posts digests, alerts and answers' },
  { name: 'Embed Links', bit: PermissionFlagsBits.EmbedLinks, use: 'shows stories with their links' },
  {
    name: 'Read Message History',
    bit: PermissionFlagsBits.ReadMessageHistory,
    use: 'finds its own messages again, so that none is posted twice',
  },
  {
    name: 'Create Public Threads',
    bit: PermissionFlagsBits.CreatePublicThreads,
    use: "opens a digest's and an answer's thread",
  },
  {
    name: 'Send Messages in Threads',
    bit: PermissionFlagsBits.SendMessagesInThreads,
    use: 'tells stories and updates there',
  },
];

/** Whoever holds one of these is an admin of the server, and so of the bot in it. */
const adminBits = [PermissionFlagsBits.Administrator, PermissionFlagsBits.ManageGuild];

export function isServerAdmin(held: bigint): boolean {
  return adminBits.some((bit) => (held & bit) !== 0n);
}

/** Names of what is used and not held, in the order of the table. */
export function missingPermissions(held: bigint): readonly string[] {
  if ((held & PermissionFlagsBits.Administrator) !== 0n) return [];
  return usedPermissions.filter(({ bit }) => (held & bit) === 0n).map(({ name }) => name);
}
