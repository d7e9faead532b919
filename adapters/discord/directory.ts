import type { ChannelRef } from '../../src/domain/delivery.ts';
import type { ChannelDirectory } from '../../src/ports/channel-directory.ts';
import type { Log } from '../../src/ports/log.ts';
import type { AskApi, AskedChannel } from './ask-api.ts';
import { isThreadType } from './channel-types.ts';
import { discordFailure } from './discord-errors.ts';
import { createSight } from './see-channel.ts';

/** Text, announcement, and forum channels (docs.discord.com/developers/resources/channel, "Channel Types"). */
const textTypes: ReadonlySet<number> = new Set([0, 5, 15]);

/** Channels of a server by id, `<#id>` or name, and its threads by id. What Discord does not tell is not there. */
export function createDirectory({ ask, log }: { ask: AskApi; log: Log }): ChannelDirectory {
  async function byId(id: string, guildId: string): Promise<AskedChannel | null> {
    const channel = await ask.channel(id);
    const isOurs = channel.guild_id === guildId;
    return isOurs && (textTypes.has(channel.type) || isThreadType(channel.type)) ? channel : null;
  }

  async function byName(name: string, guildId: string): Promise<AskedChannel | null> {
    const wanted = name.toLowerCase();
    const channels = await ask.channels(guildId);
    const named = channels.filter(({ type, name }) => textTypes.has(type) && name?.toLowerCase() === wanted);
    return named[0] ?? null;
  }

  return {
    async find(words, { platform, workspaceId }): Promise<ChannelRef | null> {
      const wanted = words.trim();
      if (platform !== 'discord' || wanted === '') return null;
      const id = /^(?:<#)?(?<id>\d{17,20})>?$/.exec(wanted)?.groups?.['id'];
      try {
        const found = await (id ? byId(id, workspaceId) : byName(wanted.replace(/^#/, ''), workspaceId));
        return found ? { platform, workspaceId, channelId: found.id } : null;
      } catch (error) {
        log.info('Discord does not show a channel', { problem: discordFailure(error).problem });
        return null;
      }
    },
    async nameOf({ workspaceId, channelId }): Promise<string> {
      try {
        const { name, guild_id: guildId } = await ask.channel(channelId);
        return name && guildId === workspaceId ? `#${name}` : channelId;
      } catch {
        // A name makes reading easier: what Discord does not show goes by its id.
        return channelId;
      }
    },
    maySee: createSight(ask),
  };
}
