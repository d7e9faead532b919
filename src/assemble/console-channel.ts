import type { ChannelRef } from '../domain/delivery.ts';

/** The console's only channel. */
export const consoleChannel: ChannelRef = {
  platform: 'console',
  workspaceId: 'console',
  channelId: 'journal',
};
