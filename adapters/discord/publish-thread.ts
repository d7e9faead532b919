import { discordCode, discordFailure } from './discord-errors.ts';
import type { PublishApi } from './publish-api.ts';
import type { PublishTarget } from './publish-target.ts';

/**
 * Does something in a channel or thread. A thread that was not started yet is started, and one that is archived is opened
 * again, and then it is done once more. Rejects with what Discord refuses it with.
 */
export async function inThread<T>(
  target: Extract<PublishTarget, { place: string }>,
  threadName: string,
  api: PublishApi,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code === discordCode.unknownChannel && target.kind === 'thread') {
      await startThread(target, threadName, api);
    } else if (code === discordCode.archivedThread) await api.unarchive(target.place);
    else throw error;
  }
  return work();
}

/** A start whose answer was lost has started it. */
async function startThread(
  { channel, place }: Extract<PublishTarget, { kind: 'thread' }>,
  name: string,
  api: PublishApi,
): Promise<void> {
  try {
    await api.startThread(channel, place, name);
  } catch (error) {
    if (codeOf(error) !== discordCode.hasThread) throw error;
  }
}

function codeOf(error: unknown): number | null {
  const failure = discordFailure(error);
  return failure.kind === 'refused' ? failure.code : null;
}
