import { PermissionFlagsBits } from 'discord.js';
import { askOnce } from '../../src/domain/ask-once.ts';
import type { ChannelDirectory } from '../../src/ports/channel-directory.ts';
import type { AskApi, AskedChannel } from './ask-api.ts';
import { isThreadType } from './channel-types.ts';
import { channelPermissions, guildPermissions, type Holder } from './compute-permissions.ts';
import { discordFailure } from './discord-errors.ts';

/** Discord's codes for what is not there, or not to be seen by the bot: channel, member, person, access. */
const absent: readonly number[] = [404, 10_003, 10_007, 10_013, 50_001];
const privateThread = 12;

interface Member {
  readonly holder: Holder;
  readonly permissions: bigint;
}

/**
 * A channel is seen by whoever holds View Channel in it, as its server's roles and its own overwrites say. A thread is seen
 * like its channel; a private one by those who manage threads: who else is in it is told to them alone.
 */
export function createSight(ask: AskApi): ChannelDirectory['maySee'] {
  const channelsAsked = askOnce<readonly AskedChannel[]>();
  const membersAsked = askOnce<Member>();

  async function memberOf(guildId: string, personId: string): Promise<Member> {
    const [roleIds, roles, ownerId] = await Promise.all([
      ask.memberRoles(guildId, personId),
      ask.roles(guildId),
      ask.ownerOf(guildId),
    ]);
    const holder = { guildId, personId, roleIds };
    return { holder, permissions: guildPermissions(holder, { ownerId, roles }) };
  }

  async function sees(guildId: string, channelId: string, personId: string): Promise<boolean> {
    const [member, channels] = await Promise.all([
      membersAsked(`${guildId} ${personId}`, () => memberOf(guildId, personId)),
      channelsAsked(guildId, () => ask.channels(guildId)),
    ]);
    const listed = channels.find(({ id }) => id === channelId);
    // Lists of channels have no threads.
    const place = listed ?? (await ask.channel(channelId));
    const ruling = isThreadType(place.type) ? channels.find(({ id }) => id === place.parent_id) : listed;
    if (!ruling) return false;
    const held = channelPermissions(member.permissions, member.holder, ruling.permission_overwrites ?? []);
    const needed =
      place.type === privateThread
        ? PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ManageThreads
        : PermissionFlagsBits.ViewChannel;
    return (held & needed) === needed;
  }

  return async ({ workspaceId, channelId }, personId) => {
    try {
      return await sees(workspaceId, channelId, personId);
    } catch (error) {
      const failure = discordFailure(error);
      if (failure.kind === 'refused' && absent.includes(failure.code)) return false;
      throw new Error(`Discord does not say who sees which channel now. ${failure.problem}`, {
        cause: error,
      });
    }
  };
}
