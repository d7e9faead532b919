import { storyActions } from '../domain/action.ts';
import { operatorId } from '../domain/audit.ts';
import type { ChannelRef, OwedMessage, OwedNotice } from '../domain/delivery.ts';
import type { Mention } from '../domain/mention.ts';
import type { NoticeDocument, StoryEntry } from '../domain/message-document.ts';
import { citedAs, leadSentences, readableLine, readableTitle } from '../domain/text/cite.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import { wordsOf } from '../domain/words/words-of.ts';
import { type FollowersBy, personChannel } from '../domain/workspace.ts';
import type { ChannelDirectory } from '../ports/channel-directory.ts';
import type { WorkspaceStore } from '../ports/workspace-store.ts';

/** How the followers of what is told in one channel hear of it. */
export interface FollowerTelling {
  readonly by: FollowersBy;
  /** As people know the channel; its id where nobody is written to. */
  readonly channelName: string;
}

export interface FollowerTools {
  readonly workspaces: Pick<WorkspaceStore, 'settings'>;
  readonly directory: Pick<ChannelDirectory, 'nameOf'>;
}

/** A story of a message, with those who follow it. */
interface FollowedStory {
  readonly story: StoryEntry;
  /** Ids of persons. */
  readonly followers: readonly string[];
}

/** More stories of one message are counted. */
const mostListed = 10;
/** As long as a headline is where it heads a story. */
const mostHeadlineChars = 150;

export async function readTelling(
  ref: ChannelRef,
  { workspaces, directory }: FollowerTools,
): Promise<FollowerTelling> {
  const { platform, workspaceId } = ref;
  const { followersBy: by } = await workspaces.settings({ platform, workspaceId });
  return { by, channelName: by === 'dm' ? await directory.nameOf(ref) : ref.channelId };
}

/** Whom a message calls for those who follow it. */
export function mentionsFor(followers: readonly string[], by: FollowersBy): readonly Mention[] {
  if (by === 'dm' || followers.length === 0) return [];
  if (by === 'mention') return followers.map((id) => ({ kind: 'person', id }));
  return [{ kind: 'role', id: by.role }];
}

/** What followers of a message are written, one notice for each person; none where they are called. */
export function noticesOf(
  message: OwedMessage,
  followed: readonly FollowedStory[],
  channel: ChannelRef,
  { by, channelName }: FollowerTelling,
): readonly OwedNotice[] {
  if (by !== 'dm') return [];
  const persons = [...new Set(followed.flatMap(({ followers }) => followers))];
  return persons
    .filter((id) => canBeWrittenTo(id, channel))
    .map((id) => {
      const stories = followed.flatMap(({ story, followers }) => (followers.includes(id) ? [story] : []));
      return {
        channel: personChannel(channel, id),
        tellsOf: message.key,
        message: {
          key: noticeKey(message.key, id),
          document: noticeDocument(stories, channelName),
          ...{ threadOf: null, revises: null, mentions: [] },
          hold: message.hold,
        },
      };
    });
}

/** The operator of the command line reads the console, and no direct messages. */
function canBeWrittenTo(personId: string, { platform }: ChannelRef): boolean {
  return personId !== operatorId || platform === 'console';
}

function noticeDocument(stories: readonly StoryEntry[], channelName: string): NoticeDocument {
  const shown = stories.slice(0, mostListed);
  const unlisted = stories.length - shown.length;
  const [first] = stories;
  return {
    kind: 'notice',
    heading: 'News of what you follow',
    paragraphs: [
      ...shown.flatMap(storyParagraphs),
      ...(unlisted > 0 ? [`and ${unlisted} more`] : []),
      `${stories.length === 1 ? 'It stands' : 'They stand'} in ${channelName}.`,
    ],
    actions: first && stories.length === 1 ? readingActions(first.storyId) : [],
  };
}

/** Notices are in English. */
const words = wordsOf('en');

/** The headline, and the first of what is new with its source. */
function storyParagraphs(story: StoryEntry): readonly string[] {
  const headline = readableTitle(story.headline, mostHeadlineChars, words);
  const [news] = leadSentences(story);
  if (!news) return [headline];
  const sources = news.citations.slice(0, 1).map((citation) => ` (${citedAs(citation, words)})`);
  return [headline, `${readableLine(news.text)}${sources.join('')}`];
}

/** To follow or to mute needs a channel, and direct messages are none. */
function readingActions(storyId: string) {
  return storyActions(storyId).filter(({ input }) => input.name === 'story');
}

/**
 * The same person is told of the same message once. A key has 25 characters at most, and begins with that of the decision,
 * so that who approves its message approves the notice too. 7 characters of base 36 are left: two of a thousand followers
 * of one decision share a key once in 150,000 times.
 */
function noticeKey(messageKey: string, personId: string): string {
  const [decision = messageKey] = messageKey.split('.');
  const hash = BigInt(`0x${shortHash(JSON.stringify([messageKey, personId]))}`);
  return `${decision}.${hash.toString(36).padStart(13, '0').slice(-7)}`;
}
