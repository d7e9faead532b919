import type { ChannelRef } from './delivery.ts';

/** A Slack team, a Discord guild, or the console. */
export type Workspace = Pick<ChannelRef, 'platform' | 'workspaceId'>;

/** Everything belongs to one workspace, and nobody sees or changes another's. */
export function isOfWorkspace(channel: Workspace, { platform, workspaceId }: Workspace): boolean {
  return channel.platform === platform && channel.workspaceId === workspaceId;
}
