import type { SourceTier } from '../../../src/domain/article.ts';
import type { Comparison, Conflict } from '../../../src/domain/comparison.ts';
import { readIsoMoment } from '../../../src/domain/moment.ts';
import type { KeptArticle, StoryMaterial } from '../../../src/domain/story.ts';

export const keptAtMs = Date.parse('2024-03-05T06:00:00Z');

export interface KeptFields {
  readonly verdict?: Comparison['verdict'];
  readonly tier?: SourceTier;
  readonly publisher?: string;
  /** ISO date; `''` for an undated article. */
  readonly on?: string;
  readonly keptAtMs?: number;
  readonly relevance?: number;
  readonly title?: string;
  readonly sentences?: readonly string[];
  /** Sentences of the article that were found to be new. */
  readonly facts?: readonly string[];
  readonly conflicts?: readonly Conflict[];
}

/** An article as the store hands it out; what is not said is the same for all. */
export function kept(sequence: number, fields: KeptFields = {}): KeptArticle {
  const sentences = fields.sentences ?? [`The Commerce Department acted on filing ${sequence} on Tuesday.`];
  const newFacts = (fields.facts ?? []).map((quote) => ({ quote, sentenceIndex: sentences.indexOf(quote) }));
  return {
    article: {
      id: `a${sequence}`,
      url: `https://wire.example/${sequence}`,
      title: fields.title ?? `Report ${sequence}`,
      publisher: fields.publisher ?? 'Harbor Wire',
      publishedAt: readIsoMoment(fields.on ?? '2024-03-05', 'feed'),
      lang: 'en',
      kind: 'report',
      tier: fields.tier ?? 'wire',
      sourceId: 'wire',
      text: sentences.join(' '),
      sentences,
    },
    sequence,
    keptAtMs: fields.keptAtMs ?? keptAtMs,
    storyId: 's1',
    comparison: {
      verdict: fields.verdict ?? 'new',
      storyId: null,
      newFacts,
      conflicts: fields.conflicts ?? [],
      comparedWith: [],
      duplicateOf: null,
      ruleVersion: 'compare/1',
    },
    relevance: { score: fields.relevance ?? 0.8, isRelevant: true, reasons: [], ruleVersion: 'screen/1' },
  };
}

export function story(storyId: string, articles: readonly KeptArticle[], toldUpTo = 0): StoryMaterial {
  return { storyId, articles, toldUpTo };
}
