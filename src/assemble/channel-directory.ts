import type { Platform } from '../domain/delivery.ts';
import { singleLine } from '../domain/text/plain-text.ts';
import { isOfWorkspace, personOf } from '../domain/workspace.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { Clock } from '../ports/clock.ts';
import { consoleChannel } from './console-channel.ts';
import { rememberNames } from './remember-names.ts';
import { rememberSight } from './remember-sight.ts';

/** The console has its journal and no other channel, and everybody who may run the program sees it. */
export const consoleDirectory: ChannelDirectory = {
  find: async (words, workspace) => {
    const isHere = isOfWorkspace(consoleChannel, workspace);
    return isHere && words.replace(/^#/, '') === consoleChannel.channelId ? consoleChannel : null;
  },
  nameOf: async ({ channelId }) => channelId,
  maySee: async () => true,
};

/**
 * Asks the directory of the workspace's platform. A platform that is off has no channels, those that are known of it go by
 * their ids, and it cannot be asked who sees them. A person's direct messages have no name of their own, and are seen by
 * that person alone.
 */
export function directoryOf(
  platforms: readonly { readonly platform: Platform; readonly directory: ChannelDirectory }[],
  clock: Clock,
): ChannelDirectory {
  const directories = new Map(platforms.map(({ platform, directory }) => [platform, directory]));
  directories.set('console', consoleDirectory);
  const askedName = rememberNames(async (ref) => {
    const name = await directories.get(ref.platform)?.nameOf(ref);
    return singleLine(name ?? '') || ref.channelId;
  }, clock);
  const askedSight = rememberSight(async (ref, personId) => {
    const directory = directories.get(ref.platform);
    if (directory) return directory.maySee(ref, personId);
    throw new Error(
      `The bot does not run on ${ref.platform} now, so who sees a channel cannot be asked there.`,
    );
  }, clock);
  return {
    find: async (words, workspace) =>
      (await directories.get(workspace.platform)?.find(words, workspace)) ?? null,
    nameOf: async (ref) => {
      const personId = personOf(ref);
      return personId === null ? askedName(ref) : `direct messages of ${personId}`;
    },
    maySee: async (ref, personId) => {
      const owner = personOf(ref);
      return owner === null ? askedSight(ref, personId) : owner === personId;
    },
  };
}
