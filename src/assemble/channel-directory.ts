import { isOfWorkspace } from '../domain/workspace.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import { consoleChannel } from './console-channel.ts';

/** The console has its journal and no other channel. */
export const consoleDirectory: ChannelDirectory = {
  find: async (words, workspace) => {
    const isHere = isOfWorkspace(consoleChannel, workspace);
    return isHere && words.replace(/^#/, '') === consoleChannel.channelId ? consoleChannel : null;
  },
};
