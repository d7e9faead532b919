import type { StoryMaterial } from '../domain/story.ts';
import { contentTokens } from '../domain/text/tokens.ts';

/** The story with this id, else the first of those whose headlines hold most of the words; `null` when none holds any. */
export function findStory(words: string, stories: readonly StoryMaterial[]): StoryMaterial | null {
  const named = stories.find(({ storyId }) => storyId === words.trim());
  if (named) return named;
  const wanted = new Set(contentTokens(words));
  let best: StoryMaterial | null = null;
  let bestShared = 0;
  for (const story of stories) {
    const titles = new Set(story.articles.flatMap(({ article }) => contentTokens(article.title)));
    const shared = [...wanted].filter((token) => titles.has(token)).length;
    if (shared > bestShared) [best, bestShared] = [story, shared];
  }
  return best;
}
