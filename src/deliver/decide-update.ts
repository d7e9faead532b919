import type { Channel } from '../domain/channel.ts';
import type { Hold, OwedMessage } from '../domain/delivery.ts';
import type { MessageDocument, StoryEntry } from '../domain/message-document.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { PostedStory, UpdateDecision } from '../ports/posting-store.ts';
import type { FollowBook } from './follow-book.ts';
import { type FollowerTelling, mentionsFor, noticesOf } from './tell-followers.ts';
import { toldUpToOf } from './told-up-to.ts';

export interface UpdateSituation extends PostedStory {
  readonly channel: Channel;
  readonly follows: FollowBook;
  readonly telling: FollowerTelling;
  readonly nowMs: number;
}

/**
 * The decision that works later facts into a posted story: a reply in its thread, and its item rewritten. Without an
 * `entry` (muted, or nothing new) it is counted as told and nothing is owed.
 */
export function decideUpdate(situation: UpdateSituation, entry: StoryEntry | null): UpdateDecision {
  const { channel, story, nowMs } = situation;
  const told = entry ? tell(situation, entry) : { messages: [], notices: [] };
  return {
    channel: channel.ref,
    storyId: story.storyId,
    toldUpToBefore: story.toldUpTo,
    toldUpTo: toldUpToOf(story),
    decidedAtMs: nowMs,
    ...told,
  };
}

function tell(situation: UpdateSituation, entry: StoryEntry): Pick<UpdateDecision, 'messages' | 'notices'> {
  const { posting, channel, follows, telling } = situation;
  const story = newsOf(situation, entry);
  const followers = follows.followersOf(channel.ref, { kind: 'story', id: story.storyId });
  const reply: OwedMessage = {
    key: keyOf(situation),
    document: { kind: 'update', story },
    threadOf: posting.threadKey,
    revises: null,
    mentions: mentionsFor(followers, telling.by),
    hold: holdOf(channel),
  };
  return {
    messages: [reply, ...revisionOf(situation, entry)],
    notices: noticesOf(reply, [{ story, followers }], channel.ref, telling),
  };
}

/** What of the summary rests on the articles that came since; the rest was told. All of it where nothing does. */
function newsOf({ story: { articles, toldUpTo } }: UpdateSituation, story: StoryEntry): StoryEntry {
  const untold = new Set(
    articles.filter(({ sequence }) => sequence > toldUpTo).map(({ article }) => article.id),
  );
  const news = story.summary.filter(({ citations }) =>
    citations.some(({ articleId }) => untold.has(articleId)),
  );
  return news.length > 0 ? { ...story, summary: news } : story;
}

/** A revision calls nobody: the reply did. */
function revisionOf(situation: UpdateSituation, story: StoryEntry): readonly OwedMessage[] {
  const { itemKey, threadKey } = situation.posting;
  if (itemKey === null) return [];
  return [
    {
      key: `${keyOf(situation)}.r`,
      document: revisedItem(situation, story),
      threadOf: itemKey === threadKey ? null : threadKey,
      revises: itemKey,
      mentions: [],
      hold: holdOf(situation.channel),
    },
  ];
}

/** An alert stays one: who reads it later must still see which watch it came from, and why. */
function revisedItem({ posting, item, channel, nowMs }: UpdateSituation, story: StoryEntry): MessageDocument {
  const revised = { atMs: nowMs, zone: channel.settings.zone };
  if (item?.kind !== 'alert') return { kind: 'story', rank: posting.rank, story, revised };
  return { ...item, stories: item.stories.map(({ matched }) => ({ story, matched, revised })) };
}

function holdOf({ settings }: Channel): Hold | null {
  return settings.needsApproval ? { kind: 'approval' } : null;
}

/** Follows from channel, story and cursor, so that the same decision made twice owes the same messages. */
function keyOf({ channel, story }: UpdateSituation): string {
  const place = [channel.ref, story.storyId, story.toldUpTo, toldUpToOf(story)];
  return `u${shortHash(JSON.stringify(place))}`;
}
