import type { Article } from '../../../src/domain/article.ts';
import type { Comparison } from '../../../src/domain/comparison.ts';
import type { ChannelRef, OwedMessage } from '../../../src/domain/delivery.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import type { SourceDefinition } from '../../../src/domain/source.ts';
import type { ComparisonProbe, KeepDecision } from '../../../src/ports/article-store.ts';
import type { DigestDecision } from '../../../src/ports/digest-store.ts';
import type { PollRecord } from '../../../src/ports/source-store.ts';

export function sourceOf(id: string, over: Partial<SourceDefinition> = {}): SourceDefinition {
  return {
    id,
    name: `Source ${id}`,
    url: `https://${id}.example/feed`,
    tier: 'wire',
    lang: 'en',
    verified: false,
    ...over,
  };
}

export function entryOf(key: string, over: Partial<Entry> = {}): Entry {
  return {
    key,
    url: `https://news.example/${key}`,
    title: `Title of ${key}`,
    publishedAt: { epochMs: 500, precision: 'instant', basis: 'feed' },
    summary: 'A summary.',
    content: '',
    ...over,
  };
}

/** A poll at 1,000 ms that succeeded. */
export function pollOf(sourceId: string, over: Partial<PollRecord> = {}): PollRecord {
  return {
    sourceId,
    atMs: 1_000,
    nextPollAtMs: 2_000,
    problem: null,
    validators: null,
    entries: [],
    ...over,
  };
}

export function articleOf(id: string, over: Partial<Article> = {}): Article {
  return {
    id,
    url: `https://news.example/${id}`,
    title: `Title of ${id}`,
    publisher: 'The Example',
    publishedAt: { epochMs: 1_000, precision: 'instant', basis: 'feed' },
    lang: 'en',
    kind: 'report',
    tier: 'wire',
    sourceId: null,
    text: 'First sentence. Second sentence.',
    sentences: ['First sentence.', 'Second sentence.'],
    ...over,
  };
}

export const newComparison: Comparison = {
  verdict: 'new',
  storyId: null,
  newFacts: [{ quote: 'First sentence.', sentenceIndex: 0 }],
  conflicts: [],
  comparedWith: [],
  duplicateOf: null,
  ruleVersion: 'compare/1',
};

/** A decision that keeps article `id` without having compared it, kept at 5,000 ms. */
export function decisionOf(id: string, over: Partial<KeepDecision> = {}): KeepDecision {
  return {
    article: articleOf(id),
    relevance: null,
    comparison: null,
    storyId: null,
    keptAtMs: 5_000,
    canonicalUrl: `https://news.example/${id}`,
    textHash: `hash-${id}`,
    bands: [],
    sentenceTokens: [['first'], ['second']],
    titleTokens: ['title', id],
    entryId: null,
    corpusVersion: null,
    ...over,
  };
}

/** A decision that keeps article `id` as a report in a story. */
export function storyDecisionOf(id: string, storyId: string, over: Partial<KeepDecision> = {}): KeepDecision {
  return decisionOf(id, { storyId, comparison: newComparison, ...over });
}

/** A probe that finds nothing, but for what `over` says. */
export function probeOf(over: Partial<ComparisonProbe> = {}): ComparisonProbe {
  return {
    canonicalUrl: null,
    textHash: 'unseen',
    bands: [],
    tokens: [],
    aroundMs: null,
    windowMs: 0,
    ...over,
  };
}

export function channelOf(channelId: string): ChannelRef {
  return { platform: 'slack', workspaceId: 'T1', channelId };
}

export function messageOf(key: string, threadOf: string | null = null): OwedMessage {
  return { key, document: { kind: 'notice', heading: `Heading of ${key}`, paragraphs: [] }, threadOf };
}

/** A decision at 9,000 ms for the slot 8,000 on a channel whose cursor stands at 0. */
export function digestOf(channel: ChannelRef, over: Partial<DigestDecision> = {}): DigestDecision {
  return {
    channel,
    toldUpToBefore: 0,
    toldUpTo: 0,
    slotMs: 8_000,
    decidedAtMs: 9_000,
    messages: [],
    tellsSilence: false,
    ...over,
  };
}
