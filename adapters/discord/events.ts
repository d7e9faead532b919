import { textAt, valueAt } from '../../src/domain/json.ts';
import { type RoleTools, tellOfDeletedRole } from './deleted-role.ts';
import type { Desk } from './desk.ts';
import type { GatewayListeners } from './gateway.ts';

/**
 * What happens to servers, channels and roles under the bot. It is only noted here: what is owed to a server that took the
 * bot away waits (see `Publisher.admissionTo`), and what is owed to a channel that is gone is refused, with the reason, when
 * it is sent. A role that is gone fails nothing, and so is told.
 */
export function takeServerEvents(
  desk: RoleTools & Pick<Desk, 'work'>,
): Pick<GatewayListeners, 'onGuildGone' | 'onChannelGone' | 'onRoleGone'> {
  return {
    onGuildGone: (body) => {
      const guildId = textAt(body, 'id');
      // Unavailable is an outage of Discord's; the server comes back by itself.
      if (valueAt(body, 'unavailable') === true) desk.log.info('Discord server is unavailable', { guildId });
      else desk.log.warn('Discord server took the bot away', { guildId });
    },
    onChannelGone: (body) => {
      const channelId = textAt(body, 'id');
      void desk.work.run('channel', async () => {
        const channels = await desk.channels.list();
        const isSetUp = channels.some(({ ref }) => ref.platform === 'discord' && ref.channelId === channelId);
        if (isSetUp) desk.log.warn('Discord channel that is set up was deleted', { channelId });
      });
    },
    onRoleGone: (body) => {
      const guildId = textAt(body, 'guild_id');
      const roleId = textAt(body, 'role_id');
      void desk.work.run('role', () => tellOfDeletedRole(guildId, roleId, desk));
    },
  };
}
