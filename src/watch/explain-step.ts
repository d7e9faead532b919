import type { HitStage } from './judge-hit.ts';

/** The stages of an article on its way from a source to a message, in order. */
export type ExplainStage = 'source' | 'reading' | 'topic' | HitStage | 'decision' | 'delivery';

export interface ExplainStep {
  readonly stage: ExplainStage;
  readonly outcome: 'passed' | 'stopped' | 'waiting' | 'not reached';
  /** A sentence, or empty. */
  readonly why: string;
}

/** For people. */
export const stageNames = {
  source: 'source',
  reading: 'reading',
  topic: 'topic',
  comparison: 'comparison',
  query: 'query',
  threshold: 'threshold',
  news: 'news',
  age: 'age of the watch',
  decision: 'decision',
  delivery: 'delivery',
} as const satisfies Record<ExplainStage, string>;
