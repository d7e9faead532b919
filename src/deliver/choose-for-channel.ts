import type { Channel } from '../domain/channel.ts';
import type { Untold } from '../ports/digest-store.ts';
import { type ChosenStory, chooseStories } from './choose-stories.ts';
import type { FollowBook } from './follow-book.ts';

/** What becomes of the stories that have something to tell, most important first. */
export interface Choice {
  readonly told: readonly ChosenStory[];
  /** Over the channel's cap: named in one line. */
  readonly named: readonly ChosenStory[];
  /** How many are below the channel's threshold, and how many it muted. */
  readonly belowThreshold: number;
  readonly muted: number;
}

/** A story's untold articles alone count against the threshold: what was told of it makes later trifles no news. */
export function chooseForChannel(
  channel: Channel,
  untold: Untold,
  follows: FollowBook,
  nowMs: number,
): Choice {
  const { threshold, maxStories } = channel.settings;
  const stories = chooseStories(untold.stories, nowMs);
  const heard = stories.filter(
    ({ storyId }) => !follows.isMuted(channel.ref, { kind: 'story', id: storyId }),
  );
  const relevant = heard.filter((story) => bestRelevance(story) >= threshold);
  return {
    told: relevant.slice(0, maxStories),
    named: relevant.slice(maxStories),
    belowThreshold: heard.length - relevant.length,
    muted: stories.length - heard.length,
  };
}

/** Of what is untold of a story, 0 to 1. */
export function bestRelevance({ untold }: ChosenStory): number {
  return Math.max(...untold.map(({ relevance }) => relevance?.score ?? 0));
}

/** Sentences for the foot of a digest: what is not in it, so that nobody takes its silence for calm. */
export function leftOutNotes({ belowThreshold, muted }: Choice, threshold: number): string[] {
  return [
    ...(belowThreshold > 0
      ? [
          `${storiesOf(belowThreshold)} below this channel's threshold of ${threshold} ${wereOf(belowThreshold)} left out.`,
        ]
      : []),
    ...(muted > 0 ? [`${storiesOf(muted)} ${muted === 1 ? 'is' : 'are'} muted here.`] : []),
  ];
}

function storiesOf(count: number): string {
  return count === 1 ? '1 story' : `${count} stories`;
}

function wereOf(count: number): string {
  return count === 1 ? 'was' : 'were';
}
