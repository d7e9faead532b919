import type { Channel } from '../domain/channel.ts';
import type { OwedMessage } from '../domain/delivery.ts';
import type { ChangedStory } from '../domain/message-document.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { DigestDecision, DigestStore } from '../ports/digest-store.ts';
import type { FollowStore } from '../ports/follow-store.ts';
import type { PostingStore } from '../ports/posting-store.ts';
import type { Schedule } from '../ports/schedule.ts';
import type { SourceStore } from '../ports/source-store.ts';
import { changedStories } from './changed-stories.ts';
import { chooseForChannel } from './choose-for-channel.ts';
import {
  type ChannelSituation,
  decideDigest,
  decideNothing,
  decideSilence,
  type WrittenStory,
} from './decide-digest.ts';
import { openFollowBook } from './follow-book.ts';
import { isInScope, type RunScope, slotToActOn } from './run-scope.ts';
import { silenceNotice } from './silence-notice.ts';
import { type FollowerTools, readTelling } from './tell-followers.ts';
import {
  deskOf,
  type WritingDesk,
  type WritingSettings,
  type WritingTools,
  writeStory,
} from './write-story.ts';

export interface DigestTools extends WritingTools, FollowerTools {
  readonly channels: ChannelStore;
  readonly digests: DigestStore;
  readonly follows: FollowStore;
  readonly postings: Pick<PostingStore, 'toldSince'>;
  readonly sources: SourceStore;
  readonly schedule: Schedule;
  readonly clock: Clock;
}

export interface DigestSettings extends WritingSettings {
  readonly silenceAfterMs: number;
}

/**
 * Decides for every channel whose digest is due what it is told, and commits the messages as owed. Slots missed while
 * the bot was stopped, the channel paused or the hours quiet are one digest: only the latest counts.
 */
export async function runDigests(
  tools: DigestTools,
  settings: DigestSettings,
  scope: RunScope,
): Promise<void> {
  const { channels, clock, schedule, digests, log } = tools;
  const nowMs = clock.nowMs();
  const shared = await readShared(tools);
  const desk = deskOf(tools, settings);
  for (const channel of await channels.list()) {
    const slotMs = isInScope(channel.ref, scope) ? slotToActOn(channel, schedule, scope, nowMs) : null;
    if (slotMs === null) continue;
    const untold = await digests.untold(channel.ref, { all: false, matchedOnly: true });
    const situation = { ...shared, channel, untold, slotMs, nowMs };
    const silenceAfterMs = scope.dueOnly ? settings.silenceAfterMs : null;
    const decision = await decideChannel(situation, { tools, desk, silenceAfterMs });
    if (changesNothing(channel, decision)) continue;
    const outcome = await digests.commit(decision);
    const { channelId } = channel.ref;
    log.info('Digest decided', { channelId, messages: decision.messages.length, outcome });
  }
}

/** The messages that a channel would be owed now, none when there is nothing to tell. `all` ignores what was told. */
export async function previewDigest(
  tools: DigestTools,
  settings: WritingSettings,
  channel: Channel,
  options: { readonly all: boolean },
): Promise<readonly OwedMessage[]> {
  const nowMs = tools.clock.nowMs();
  const untold = await tools.digests.untold(channel.ref, options);
  const situation = { ...(await readShared(tools)), channel, untold, slotMs: nowMs, nowMs };
  const desk = deskOf(tools, settings);
  const { messages } = await decideChannel(situation, { tools, desk, silenceAfterMs: null });
  return messages;
}

async function readShared({ sources, follows }: DigestTools) {
  // One that an admin paused neither fails nor is silent.
  const polled = (await sources.list()).filter(({ isPaused }) => !isPaused);
  return { sources: polled, follows: openFollowBook(await follows.list()) };
}

/** What the channel was told of posted stories since its last digest, or since it was set up. */
async function changedSinceLast(
  { ref, setUpAtMs }: Channel,
  { digests, postings }: DigestTools,
): Promise<readonly ChangedStory[]> {
  const [last] = await digests.archive(ref, 1);
  return changedStories(await postings.toldSince(ref, last?.decidedAtMs ?? setUpAtMs));
}

interface DecideTools {
  readonly tools: DigestTools;
  readonly desk: WritingDesk;
  /** `null` where silence is not to be told. */
  readonly silenceAfterMs: number | null;
}

/** Reads what changed only for a digest that has something to tell: mostly there is none. */
async function decideChannel(
  situation: ChannelSituation,
  { tools, desk, silenceAfterMs }: DecideTools,
): Promise<DigestDecision> {
  const { channel, untold, sources, follows, nowMs } = situation;
  const choice = chooseForChannel(channel, untold, follows, nowMs);
  const stories: WrittenStory[] = [];
  for (const chosen of choice.told) stories.push({ chosen, entry: await writeStory(chosen, desk) });
  if (stories.length > 0) {
    const changed = await changedSinceLast(channel, tools);
    const telling = await readTelling(channel.ref, tools);
    return decideDigest({ ...situation, changed, telling }, choice, stories);
  }
  const silence = silenceAfterMs === null ? null : silenceNotice(channel, sources, silenceAfterMs, nowMs);
  return silence ? decideSilence(situation, silence) : decideNothing(situation);
}

/** A channel that is told at once is looked at every minute; most of these looks are for nothing. */
function changesNothing({ settings }: Channel, decision: DigestDecision): boolean {
  const movesCursor = decision.toldUpTo !== decision.toldUpToBefore;
  return settings.plan.kind === 'realtime' && decision.messages.length === 0 && !movesCursor;
}
