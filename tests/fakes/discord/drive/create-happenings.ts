import { addGuild } from '../add-guild.ts';
import type { Happenings } from '../driving.ts';
import { channelObject, guildObject, threadObject } from '../objects/channels.ts';
import { userObject } from '../objects/people.ts';
import type { PermissionName } from '../permission-bits.ts';
import { removeChannel, removeGuild } from '../remove.ts';
import { dispatch, type World } from '../world.ts';
import { deleteMessage } from '../write-message.ts';

export function createHappenings(world: World): Happenings {
  return {
    guildCreate(options) {
      const guild = addGuild(world, options);
      dispatch(world, 'GUILD_CREATE', guild.id, guildObject(world, guild));
    },
    kick: (guildId) => removeGuild(world, guildId),
    guildOutage(guildId) {
      dispatch(world, 'GUILD_DELETE', guildId, { id: guildId, unavailable: true });
    },
    guildReturns(guildId) {
      dispatch(world, 'GUILD_CREATE', guildId, guildObject(world, known(world.guilds, guildId, 'guild')));
    },
    channelDelete(channelId) {
      known(world.channels, channelId, 'channel');
      removeChannel(world, channelId);
    },
    threadDelete(threadId) {
      known(world.threads, threadId, 'thread');
      removeChannel(world, threadId);
    },
    threadArchive(threadId, { isLocked = false } = {}) {
      const thread = known(world.threads, threadId, 'thread');
      Object.assign(thread, { isArchived: true, isLocked });
      dispatch(world, 'THREAD_UPDATE', thread.guildId, threadObject(world, thread));
    },
    threadTag(threadId, tagId) {
      const thread = known(world.threads, threadId, 'thread');
      thread.tags = [...thread.tags, tagId];
      dispatch(world, 'THREAD_UPDATE', thread.guildId, threadObject(world, thread));
    },
    messageDelete: (messageId) => deleteMessage(world, known(world.messages.all, messageId, 'message')),
    roleDelete(roleId) {
      for (const guild of world.guilds.values()) {
        if (!guild.roles.delete(roleId)) continue;
        for (const member of guild.members.values())
          member.roles = member.roles.filter((id) => id !== roleId);
        dispatch(world, 'GUILD_ROLE_DELETE', guild.id, { guild_id: guild.id, role_id: roleId });
      }
    },
    memberLeaves(guildId, userId) {
      known(world.guilds, guildId, 'guild').members.delete(userId);
      const data = { guild_id: guildId, user: userObject(world, userId) };
      dispatch(world, 'GUILD_MEMBER_REMOVE', guildId, data);
    },
    removePermission: (channelId, permission) => setPermission(world, channelId, permission, true),
    restorePermission: (channelId, permission) => setPermission(world, channelId, permission, false),
  };
}

function known<Value>(map: ReadonlyMap<string, Value>, id: string, what: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error(`The fake Discord has no ${what} ${id}.`);
  return value;
}

function setPermission(world: World, channelId: string, permission: PermissionName, isDenied: boolean): void {
  const channel = known(world.channels, channelId, 'channel');
  if (isDenied) channel.botLacks.add(permission);
  else channel.botLacks.delete(permission);
  dispatch(world, 'CHANNEL_UPDATE', channel.guildId, channelObject(world, channel));
}
