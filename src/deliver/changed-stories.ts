import type { ChangedStory } from '../domain/message-document.ts';
import type { ToldUpdate } from '../ports/posting-store.ts';

/** A digest is about what is untold; of what was told since the last one it reminds in a few lines. */
const mostChanged = 8;

/** The stories that moved since the last digest, most recent first, each with the first of what was new in it. */
export function changedStories(told: readonly ToldUpdate[]): readonly ChangedStory[] {
  return told.slice(0, mostChanged).map(({ document: { story }, permalink }) => ({
    storyId: story.storyId,
    headline: story.headline,
    news: story.whatIsNew[0] ?? story.summary[0] ?? null,
    permalink,
  }));
}
