import type { ChannelRef } from '../../src/domain/delivery.ts';
import { type Finding, failed, passed } from '../../src/domain/finding.ts';
import { personOf } from '../../src/domain/workspace.ts';
import type { AskApi } from './ask-api.ts';
import { checkChannel, type GuildView } from './check-channel.ts';
import { guildPermissions } from './compute-permissions.ts';
import { discordFailure } from './discord-errors.ts';
import { inviteLink } from './invite.ts';

/** Asks Discord about the token, the servers that the bot is in, and whether it can post in these channels. */
export async function checkDiscord(
  channels: readonly ChannelRef[],
  ask: AskApi,
): Promise<readonly Finding[]> {
  const token = 'discord token';
  try {
    const bot = await ask.me();
    const invite = inviteLink(await ask.applicationId());
    const guilds = await ask.guilds();
    return [
      passed(token, `Discord knows the bot as ${bot.name}`),
      guilds.length > 0
        ? passed('discord servers', `the bot is in ${guilds.map(({ name }) => name).join(', ')}`)
        : failed('discord servers', 'the bot is in no server', `Add it to one: ${invite}`),
      ...(await channelFindings(channels, { botId: bot.id, invite }, ask)),
    ];
  } catch (error) {
    const failure = discordFailure(error);
    const advice =
      failure.kind === 'refused'
        ? 'Copy the token anew from the Developer Portal, under Bot, to DISCORD_TOKEN.'
        : 'Look whether this machine reaches Discord, and try again.';
    return [failed(token, failure.problem, advice)];
  }
}

async function channelFindings(
  channels: readonly ChannelRef[],
  bot: { readonly botId: string; readonly invite: string },
  ask: AskApi,
): Promise<readonly Finding[]> {
  // Direct messages show only when one is sent whether the person takes them.
  const ofServers = channels.filter((channel) => personOf(channel) === null);
  const guildIds = [...new Set(ofServers.map(({ workspaceId }) => workspaceId))];
  const views = await Promise.all(
    guildIds.map(async (guildId) => [guildId, await guildView(guildId, bot, ask)] as const),
  );
  const viewOf = new Map(views);
  const findings = ofServers.map((channel) => {
    const view = viewOf.get(channel.workspaceId);
    return view ? checkChannel(channel, view, ask) : [];
  });
  return (await Promise.all(findings)).flat();
}

/** What the bot may do in the server as a whole; why that cannot be told, where it cannot. */
async function guildView(
  guildId: string,
  { botId, invite }: { readonly botId: string; readonly invite: string },
  ask: AskApi,
): Promise<GuildView> {
  try {
    const [roleIds, roles, ownerId] = await Promise.all([
      ask.memberRoles(guildId, botId),
      ask.roles(guildId),
      ask.ownerOf(guildId),
    ]);
    const bot = { guildId, personId: botId, roleIds };
    return { kind: 'seen', bot, permissions: guildPermissions(bot, { ownerId, roles }), invite };
  } catch (error) {
    return { kind: 'unseen', problem: discordFailure(error).problem, invite };
  }
}
