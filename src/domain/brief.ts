import type { Article } from './article.ts';
import type { CitedSentence } from './citation.ts';

/** One sentence that a writer may rest on, numbered from 1 within its material. */
export interface SourceSentence {
  readonly number: number;
  readonly text: string;
  readonly article: Article;
  /** True for a sentence that compare found to state something new. */
  readonly isNew: boolean;
}

/** What a writer gets: the sentences of a story, leads first, most important article first. */
export interface BriefMaterial {
  readonly storyId: string;
  readonly headline: string;
  readonly lang: string;
  readonly sentences: readonly SourceSentence[];
  readonly maxSentences: number;
}

/** A sentence as a writer proposes it; the gate decides whether it may stand. */
export interface DraftSentence {
  readonly text: string;
  /** Numbers of the source sentences that it rests on. */
  readonly restsOn: readonly number[];
}

/** The cited summary of a story, as of a moment. */
export interface Brief {
  readonly storyId: string;
  readonly sentences: readonly CitedSentence[];
  /** Who wrote it, with the version of prompt or rule: `extractive/1`, `openai:gpt-5-mini/brief@1`. */
  readonly writer: string;
}
