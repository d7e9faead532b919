import type { StoryEntry } from '../message-document.ts';
import type { Words } from '../words/words.ts';

type ToldVerdict = StoryEntry['verdict'];

/** The word beside a headline. */
export function verdictTag(verdict: ToldVerdict, words: Words): string {
  switch (verdict) {
    case 'new':
      return words.tagNew;
    case 'update':
      return words.tagUpdate;
    case 'contradicts':
      return words.tagContradicts;
  }
}

/** How many stories of which verdict, those that occur: `3 new · 1 update · 2 contradictions`. */
export function verdictCounts(stories: readonly Pick<StoryEntry, 'verdict'>[], words: Words): string {
  const countOf = (verdict: ToldVerdict): number =>
    stories.filter((story) => story.verdict === verdict).length;
  const counts: readonly (readonly [number, (count: number) => string])[] = [
    [countOf('new'), words.newStories],
    [countOf('update'), words.updates],
    [countOf('contradicts'), words.contradictions],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, counted]) => counted(count))
    .join(' · ');
}
