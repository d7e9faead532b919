import type { StoryMaterial } from '../domain/story.ts';

/** The sequence up to which a channel knows a story once it is told all of it as it stands. */
export function toldUpToOf({ articles }: Pick<StoryMaterial, 'articles'>): number {
  return Math.max(...articles.map(({ sequence }) => sequence));
}
