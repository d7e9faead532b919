import { contentTokens } from './text/tokens.ts';

interface Titled {
  readonly storyId: string;
  readonly titles: readonly string[];
}

/** The story with this id, else the first of those whose titles hold most of the words; `null` when none holds any. */
export function findHeadline<T extends Titled>(words: string, stories: readonly T[]): T | null {
  const named = stories.find(({ storyId }) => storyId === words.trim());
  if (named) return named;
  const wanted = new Set(contentTokens(words));
  let best: T | null = null;
  let bestShared = 0;
  for (const story of stories) {
    const titles = new Set(story.titles.flatMap(contentTokens));
    const shared = [...wanted].filter((token) => titles.has(token)).length;
    if (shared > bestShared) [best, bestShared] = [story, shared];
  }
  return best;
}
