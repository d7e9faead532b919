import type { StoryMaterial } from '../domain/story.ts';

/** A story by its names alone. */
export interface StoryHeadlines {
  readonly storyId: string;
  /** Titles of its articles, each once, in the order of keeping; never empty. */
  readonly titles: readonly string[];
  readonly firstKeptAtMs: number;
  /** Of the article that was kept last. */
  readonly lastSequence: number;
}

/** The stories themselves, whoever was told of them. */
export interface StoryStore {
  /** The latest `limit` stories with an article kept after this sequence (0 for all), latest first; no texts are read. */
  headlines(filter: { afterSequence: number; limit: number }): Promise<readonly StoryHeadlines[]>;
  /** All of one story, as for a channel that was told nothing of it; `null` when there is none. */
  find(storyId: string): Promise<StoryMaterial | null>;
}
