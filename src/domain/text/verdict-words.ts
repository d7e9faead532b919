import type { StoryEntry } from '../message-document.ts';

type ToldVerdict = StoryEntry['verdict'];

const tags: Readonly<Record<ToldVerdict, string>> = {
  new: 'NEW',
  update: 'UPDATE',
  contradicts: 'CONTRADICTS',
};

/** The word beside a headline. */
export function verdictTag(verdict: ToldVerdict): string {
  return tags[verdict];
}

/** How many stories of which verdict, those that occur: `3 new · 1 update · 2 contradictions`. */
export function verdictCounts(stories: readonly Pick<StoryEntry, 'verdict'>[]): string {
  const countOf = (verdict: ToldVerdict): number =>
    stories.filter((story) => story.verdict === verdict).length;
  const counts: readonly (readonly [number, string, string])[] = [
    [countOf('new'), 'new', 'new'],
    [countOf('update'), 'update', 'updates'],
    [countOf('contradicts'), 'contradiction', 'contradictions'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(' · ');
}
