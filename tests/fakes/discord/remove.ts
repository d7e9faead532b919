import { channelObject } from './objects/channels.ts';
import { dispatch, type World } from './world.ts';

/** A channel with its threads, or one thread. */
export function removeChannel(world: World, id: string): void {
  const thread = world.threads.get(id);
  const channel = world.channels.get(id);
  for (const inner of [...world.threads.values()]) {
    if (inner.id !== id && inner.parentId !== id) continue;
    world.threads.delete(inner.id);
    world.messages.removeChannel(inner.id);
  }
  if (thread) {
    const { guildId, parentId } = thread;
    const type = world.channels.get(parentId)?.kind === 'announcement' ? 10 : 11;
    dispatch(world, 'THREAD_DELETE', guildId, { id, guild_id: guildId, parent_id: parentId, type });
  }
  if (!channel) return;
  world.channels.delete(id);
  world.messages.removeChannel(id);
  dispatch(world, 'CHANNEL_DELETE', channel.guildId, channelObject(world, channel));
}

/** The bot is not in the guild any more: its channels are out of reach (50001), but they stand. */
export function removeGuild(world: World, guildId: string): void {
  dispatch(world, 'GUILD_DELETE', guildId, { id: guildId });
  world.guilds.delete(guildId);
}
