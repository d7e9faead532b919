import type { Channel } from '../domain/channel.ts';
import { channelKey } from '../domain/channel-key.ts';
import { dayMs } from '../domain/moment.ts';
import { quietUntilMs } from '../domain/quiet-hours.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { FollowStore } from '../ports/follow-store.ts';
import type { PostingStore } from '../ports/posting-store.ts';
import { bestRelevance } from './choose-for-channel.ts';
import { chooseStories } from './choose-stories.ts';
import { decideUpdate, type UpdateSituation } from './decide-update.ts';
import { openFollowBook } from './follow-book.ts';
import { isInScope, type RunScope } from './run-scope.ts';
import { type FollowerTools, readTelling } from './tell-followers.ts';
import {
  deskOf,
  type WritingDesk,
  type WritingSettings,
  type WritingTools,
  writeStory,
} from './write-story.ts';

/** After that nobody looks at the old message any more; what comes then is an item of the next digest. */
const revisedForDays = 14;

export interface UpdateTools extends WritingTools, FollowerTools {
  readonly postings: PostingStore;
  readonly channels: ChannelStore;
  readonly follows: FollowStore;
  readonly clock: Clock;
}

/**
 * Works what came since into the stories that stand in channels, but not while a channel is quiet or paused. This must
 * run before the digests, which would tell it as a story of their own.
 */
export async function runUpdates(
  tools: UpdateTools,
  settings: WritingSettings,
  scope: RunScope = { dueOnly: true },
): Promise<void> {
  const nowMs = tools.clock.nowMs();
  const all = await tools.postings.moved({ postedSinceMs: nowMs - revisedForDays * dayMs });
  const moved = all.filter(({ posting }) => isInScope(posting.channel, scope));
  if (moved.length === 0) return;
  const follows = openFollowBook(await tools.follows.list());
  const channels = new Map(
    (await tools.channels.list()).map((channel) => [channelKey(channel.ref), channel]),
  );
  const desk = deskOf(tools, settings);
  for (const posted of moved) {
    const channel = channels.get(channelKey(posted.posting.channel));
    if (!channel || (scope.dueOnly && isSilent(channel, nowMs))) continue;
    const telling = await readTelling(channel.ref, tools);
    const situation = { ...posted, channel, follows, telling, nowMs };
    const decision = decideUpdate(situation, await writeUpdate(situation, desk));
    const outcome = await tools.postings.commit(decision);
    const { storyId, messages } = decision;
    tools.log.info('Update decided', {
      channelId: channel.ref.channelId,
      storyId,
      messages: messages.length,
      outcome,
    });
  }
}

function isSilent({ settings }: Channel, nowMs: number): boolean {
  return settings.isPaused || quietUntilMs(settings.quiet, settings.zone, nowMs) !== null;
}

/** `null` when the story is muted, when what came says nothing new, and when it is below the channel's threshold. */
async function writeUpdate({ channel, follows, story, nowMs }: UpdateSituation, desk: WritingDesk) {
  if (follows.isMuted(channel.ref, { kind: 'story', id: story.storyId })) return null;
  const [chosen] = chooseStories([story], nowMs);
  const isTold = chosen && bestRelevance(chosen) >= channel.settings.threshold;
  return isTold ? writeStory(chosen, desk) : null;
}
