import { usedPermissions } from './permissions.ts';

/** https://docs.discord.com/developers/topics/oauth2: the address that adds the bot to a server, with what it uses. */
export function inviteLink(applicationId: string): string {
  const permissions = usedPermissions.reduce((sum, { bit }) => sum | bit, 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
