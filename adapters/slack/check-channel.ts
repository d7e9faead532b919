import type { ChannelRef } from '../../src/domain/delivery.ts';
import { type Finding, failed, passed } from '../../src/domain/finding.ts';
import { problemOf } from './problem-of.ts';
import type { SlackClients } from './web-client.ts';

/** Whether the bot can post to a channel that is set up. */
export async function checkChannel(
  { workspaceId, channelId }: ChannelRef,
  clients: SlackClients,
): Promise<Finding> {
  const check = `Slack channel ${channelId}`;
  try {
    const client = await clients.of(workspaceId);
    if (!client) {
      const advice = `Install the app in the workspace ${workspaceId}, or set the channel up in another.`;
      return failed(check, `the app is not installed in its workspace ${workspaceId}`, advice);
    }
    const { channel } = await client.conversations.info({ channel: channelId });
    const name = channel?.name ? `#${channel.name}` : channelId;
    if (channel?.is_archived) {
      return failed(check, `${name} is archived`, `Unarchive ${name}, or use another channel.`);
    }
    if (!channel?.is_member) {
      return failed(check, `the bot is not in ${name}`, `Write /invite @wirewatch in ${name}.`);
    }
    return passed(check, `the bot is in ${name}`);
  } catch (error) {
    const advice = `Write /invite @wirewatch in the channel; if it is gone, set up another.`;
    return failed(check, problemOf(error), advice);
  }
}
