import type { Article } from './article.ts';
import type { Comparison } from './comparison.ts';
import type { Relevance } from './topic.ts';

/** An article as it was kept: with what was judged of it and when. */
export interface KeptArticle {
  readonly article: Article;
  /** Position in the order of keeping; a later one was kept later. */
  readonly sequence: number;
  readonly keptAtMs: number;
  readonly storyId: string | null;
  /** `null` for seeds and notes, which are known from the start and were compared with nothing. */
  readonly comparison: Comparison | null;
  readonly relevance: Relevance | null;
}

/** The articles about one event, as a channel is to be told of them. */
export interface StoryMaterial {
  readonly storyId: string;
  /** Every kept article of the story in the order of keeping. */
  readonly articles: readonly KeptArticle[];
  /** Articles after this sequence have not been told to the channel. */
  readonly toldUpTo: number;
}
