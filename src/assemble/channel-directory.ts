import type { ChannelDirectory } from '../ports/channel-directory.ts';
import { consoleChannel } from './console-channel.ts';

/** The console has its journal and no other channel. */
export const consoleDirectory: ChannelDirectory = {
  find: async (words, { platform, workspaceId }) => {
    const isHere = platform === consoleChannel.platform && workspaceId === consoleChannel.workspaceId;
    return isHere && words.replace(/^#/, '') === consoleChannel.channelId ? consoleChannel : null;
  },
};
