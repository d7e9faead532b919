/** The permissions that the fake knows by name (docs.discord.com/developers/topics/permissions). */
const bits = {
  Administrator: 3,
  ManageChannels: 4,
  ManageGuild: 5,
  AddReactions: 6,
  ViewChannel: 10,
  SendMessages: 11,
  ManageMessages: 13,
  EmbedLinks: 14,
  AttachFiles: 15,
  ReadMessageHistory: 16,
  MentionEveryone: 17,
  ManageRoles: 28,
  UseApplicationCommands: 31,
  ManageThreads: 34,
  CreatePublicThreads: 35,
  SendMessagesInThreads: 38,
} as const;

export type PermissionName = keyof typeof bits;

export const allPermissions: bigint = Object.values(bits).reduce((sum, bit) => sum | (1n << BigInt(bit)), 0n);

/** What everyone of a new guild may do, as far as the fake knows it. */
export const everyonePermissions: readonly PermissionName[] = [
  ...(['AddReactions', 'ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles'] as const),
  ...([
    'ReadMessageHistory',
    'UseApplicationCommands',
    'CreatePublicThreads',
    'SendMessagesInThreads',
  ] as const),
];

/** Those of a bot that was invited with what it uses. */
export const ordinaryBotPermissions: readonly PermissionName[] = [
  ...(['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'] as const),
  ...(['ManageThreads', 'CreatePublicThreads', 'SendMessagesInThreads'] as const),
];

export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | (1n << BigInt(bits[name])), 0n);
}

export function hasPermission(held: bigint, name: PermissionName): boolean {
  return (held & (1n << BigInt(bits[name]))) !== 0n;
}
