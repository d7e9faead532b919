import type { StoryMaterial } from '../domain/story.ts';

/** The sequence up to which a channel knows a story once it is told all of it as it stands. */
export function toldUpToOf({ articles }: Pick<StoryMaterial, 'articles'>): number {
  return Math.max(...articles.map(({ sequence }) => sequence));
}

/** What the channel was told of these stories when they were read, by story. */
export function storiesToldUpTo(
  stories: readonly Pick<StoryMaterial, 'storyId' | 'toldUpTo'>[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(stories.map(({ storyId, toldUpTo }) => [storyId, toldUpTo]));
}
