import type { ChannelRef } from '../../src/domain/delivery.ts';
import { type Finding, failed, passed } from '../../src/domain/finding.ts';
import type { AskApi, AskedChannel } from './ask-api.ts';
import { isThreadType } from './channel-types.ts';
import { channelPermissions, type Holder } from './compute-permissions.ts';
import { discordFailure } from './discord-errors.ts';
import { missingPermissions } from './permissions.ts';

export type GuildView =
  | { readonly kind: 'seen'; readonly bot: Holder; readonly permissions: bigint; readonly invite: string }
  | { readonly kind: 'unseen'; readonly problem: string; readonly invite: string };

/** Can the bot do in this channel all that it does in one? Names what it lacks. */
export async function checkChannel(channel: ChannelRef, view: GuildView, ask: AskApi): Promise<Finding> {
  const check = `discord channel ${channel.channelId}`;
  if (view.kind === 'unseen') return failed(check, view.problem, `Add the bot to the server: ${view.invite}`);
  try {
    const found = await ask.channel(channel.channelId);
    if (found.guild_id !== channel.workspaceId)
      return failed(check, 'it is in another server', 'Set up a channel of this server instead.');
    const { permission_overwrites: overwrites } = await ruling(found, ask);
    const missing = missingPermissions(channelPermissions(view.permissions, view.bot, overwrites ?? []));
    const name = found.name ?? channel.channelId;
    if (missing.length === 0) return passed(check, `the bot can post in #${name}`);
    return failed(
      check,
      `the bot lacks ${missing.join(', ')} in #${name}`,
      `Give its role that in the channel's settings under Permissions, or add the bot again: ${view.invite}`,
    );
  } catch (error) {
    const advice = "Let the bot's role see the channel, or set up another one.";
    return failed(check, discordFailure(error).problem, advice);
  }
}

/** What holds in a thread is set in its channel. */
async function ruling(channel: AskedChannel, ask: AskApi): Promise<AskedChannel> {
  const isThread = isThreadType(channel.type) && channel.parent_id;
  return isThread ? ask.channel(isThread) : channel;
}
