import type { Channel } from '../domain/channel.ts';
import type { Hold, OwedMessage, OwedNotice } from '../domain/delivery.ts';
import type {
  ChangedStory,
  DigestDocument,
  MessageDocument,
  NoticeDocument,
  StoryEntry,
} from '../domain/message-document.ts';
import type { Posting } from '../domain/posting.ts';
import type { SourceState } from '../domain/source.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { DigestDecision, Untold } from '../ports/digest-store.ts';
import { type Choice, leftOutNotes } from './choose-for-channel.ts';
import type { ChosenStory } from './choose-stories.ts';
import { headlineArticle, linkOf } from './compose-story.ts';
import { failingSourceNotes } from './failing-sources.ts';
import type { FollowBook } from './follow-book.ts';
import { callRolesOnce, mergeMentions } from './merge-mentions.ts';
import { type FollowerTelling, mentionsFor, noticesOf } from './tell-followers.ts';
import { storiesToldUpTo, toldUpToOf } from './told-up-to.ts';

/** A channel at the moment of its decision, with all that the decision rests on. */
export interface ChannelSituation {
  readonly channel: Channel;
  readonly untold: Untold;
  readonly sources: readonly SourceState[];
  readonly follows: FollowBook;
  readonly slotMs: number;
  readonly nowMs: number;
}

/** The same, where there is something to tell. */
export interface DigestSituation extends ChannelSituation {
  /** What the channel was told of posted stories since its last digest. */
  readonly changed: readonly ChangedStory[];
  readonly telling: FollowerTelling;
}

/** A story that is told, as it was chosen and as it was written. */
export interface WrittenStory {
  readonly chosen: ChosenStory;
  readonly entry: StoryEntry;
}

/**
 * The decision that tells these stories: the channel's message, each story in its thread where the channel wants them in
 * full, where each story stands from now on, and what its followers are written.
 */
export function decideDigest(
  situation: DigestSituation,
  choice: Choice,
  stories: readonly WrittenStory[],
): DigestDecision {
  const messages = digestMessages(situation, choice, stories);
  const chosen = [...stories.map((story) => story.chosen), ...choice.named];
  return {
    ...decisionOf(situation, messages),
    postings: postingsOf(situation, stories, messages),
    notices: digestNotices(situation, stories, messages),
    storiesToldUpTo: storiesToldUpTo(chosen),
  };
}

/** The decision that there is nothing to tell. */
export function decideNothing(situation: ChannelSituation): DigestDecision {
  return decisionOf(situation, []);
}

/** The decision that tells nothing but silence. Nobody is called to it, and it waits for nobody's approval. */
export function decideSilence(situation: ChannelSituation, notice: NoticeDocument): DigestDecision {
  const message = messageOf(keyOf(situation), notice);
  return { ...decisionOf(situation, [message]), tellsSilence: true };
}

function decisionOf(
  { channel, untold, slotMs, nowMs }: ChannelSituation,
  messages: readonly OwedMessage[],
): DigestDecision {
  return {
    channel: channel.ref,
    toldUpToBefore: channel.toldUpTo,
    toldUpTo: untold.upTo,
    slotMs,
    decidedAtMs: nowMs,
    messages,
    postings: [],
    notices: [],
    storiesToldUpTo: {},
    tellsSilence: false,
  };
}

function digestMessages(
  situation: DigestSituation,
  choice: Choice,
  stories: readonly WrittenStory[],
): readonly OwedMessage[] {
  const { channel, telling } = situation;
  const { style, needsApproval, mentions } = channel.settings;
  const headKey = keyOf(situation);
  const hold: Hold | null = needsApproval ? { kind: 'approval' } : null;
  const called = (story: WrittenStory) => mentionsFor(followersOf(story, situation), telling.by);
  const headMentions = style === 'short' ? mergeMentions(mentions, ...stories.map(called)) : mentions;
  const head = { ...messageOf(headKey, headOf(situation, choice, stories)), mentions: headMentions, hold };
  if (style === 'short') return [head];
  const items = stories.map((story, index): OwedMessage => {
    const document = { kind: 'story', rank: index + 1, story: story.entry, revised: null } as const;
    const message = messageOf(`${headKey}.${index + 1}`, document);
    return { ...message, threadOf: headKey, mentions: called(story), hold };
  });
  return callRolesOnce([head, ...items]);
}

/** Of each story that is followed, told of the message that it stands in. */
function digestNotices(
  situation: DigestSituation,
  stories: readonly WrittenStory[],
  [head, ...items]: readonly OwedMessage[],
): readonly OwedNotice[] {
  const { channel, telling } = situation;
  const followed = stories.map((story) => ({ story: story.entry, followers: followersOf(story, situation) }));
  if (head && items.length === 0) return noticesOf(head, followed, channel.ref, telling);
  return items.flatMap((item, index) =>
    noticesOf(item, followed.slice(index, index + 1), channel.ref, telling),
  );
}

function followersOf({ entry }: WrittenStory, { channel, follows }: ChannelSituation): readonly string[] {
  return follows.followersOf(channel.ref, { kind: 'story', id: entry.storyId });
}

function headOf(
  { channel, sources, changed, nowMs }: DigestSituation,
  choice: Choice,
  stories: readonly WrittenStory[],
): DigestDocument {
  const { zone, threshold } = channel.settings;
  return {
    kind: 'digest',
    asOfMs: nowMs,
    zone,
    stories: stories.map(({ entry }) => entry),
    changed,
    alsoTold: choice.named.map((story) => linkOf(headlineArticle(story))),
    notes: [...leftOutNotes(choice, threshold), ...failingSourceNotes(sources)],
  };
}

/** A story that is only named has no place of its own; what comes later of it is an item of a later digest. */
function postingsOf(
  { channel, nowMs }: ChannelSituation,
  stories: readonly WrittenStory[],
  [head, ...items]: readonly OwedMessage[],
): readonly Posting[] {
  if (!head) return [];
  return stories.map(({ chosen }, index) => ({
    channel: channel.ref,
    storyId: chosen.storyId,
    itemKey: items[index]?.key ?? null,
    threadKey: head.key,
    rank: index + 1,
    toldUpTo: toldUpToOf(chosen),
    postedAtMs: nowMs,
  }));
}

function messageOf(key: string, document: MessageDocument): OwedMessage {
  return { key, document, threadOf: null, revises: null, mentions: [], hold: null };
}

/** Follows from channel and cursor, so that the same decision made twice owes the same messages. */
function keyOf({ channel, untold, slotMs }: ChannelSituation): string {
  return `d${shortHash(JSON.stringify([channel.ref, channel.toldUpTo, untold.upTo, slotMs]))}`;
}
