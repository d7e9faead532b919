import type { ChannelDirectory } from '../../src/ports/channel-directory.ts';

/** A directory of channels that have these names, by their ids, and that everybody sees; any other goes by its id. */
export function namedChannels(names: Readonly<Record<string, string>>): ChannelDirectory {
  return {
    find: async (words, { platform, workspaceId }) => {
      const found = Object.entries(names).find(([id, name]) => words === id || words === name);
      return found ? { platform, workspaceId, channelId: found[0] } : null;
    },
    nameOf: async ({ channelId }) => names[channelId] ?? channelId,
    maySee: async () => true,
  };
}
