import type { Known } from '../../src/domain/known.ts';
import type { KeptArticle } from '../../src/domain/story.ts';
import { canonicalUrl } from '../../src/domain/text/canonical-url.ts';
import type {
  ArticleStore,
  Candidates,
  ComparisonProbe,
  KeepDecision,
  KeepOutcome,
} from '../../src/ports/article-store.ts';
import { rankRows, rowCounts } from './in-memory-full-text.ts';
import { type ArticleRecord, type InMemoryState, settleEntry } from './in-memory-state.ts';

export function inMemoryArticles(state: InMemoryState): ArticleStore {
  return {
    candidates: async (probe) => candidates(state, probe),
    keep: async (decision) => keep(state, decision),
    find: async (idOrUrl) => {
      const address = canonicalUrl(idOrUrl);
      const found = state.articles.findLast(
        ({ decision }) =>
          decision.article.id === idOrUrl || (address !== null && decision.canonicalUrl === address),
      );
      return found ? keptArticleOf(found) : null;
    },
    list: async ({ kinds, sinceMs, limit }) =>
      state.articles
        .filter(({ decision }) => decision.keptAtMs >= sinceMs)
        .filter(({ decision }) => kinds.length === 0 || kinds.includes(decision.article.kind))
        .slice(0, limit)
        .map(keptArticleOf),
  };
}

export function keptArticleOf({ sequence, decision }: ArticleRecord): KeptArticle {
  const { article, keptAtMs, storyId, comparison, relevance } = decision;
  return { article, sequence, keptAtMs, storyId, comparison, relevance };
}

function keep(state: InMemoryState, decision: KeepDecision): KeepOutcome {
  if (state.articles.some((known) => known.decision.article.id === decision.article.id)) {
    settleEntry(state, decision.entryId, 'The article is kept already.');
    return { kind: 'known' };
  }
  if (decision.corpusVersion !== null && decision.corpusVersion !== state.articles.length) {
    return { kind: 'stale' };
  }
  const sequence = state.articles.length + 1;
  state.articles.push({ sequence, decision });
  settleEntry(state, decision.entryId, 'The article was kept.');
  return { kind: 'kept', sequence };
}

function candidates(state: InMemoryState, probe: ComparisonProbe): Candidates {
  const tokensOf = state.articles.map(({ decision }) => [
    ...decision.titleTokens,
    ...decision.sentenceTokens.flat(),
  ]);
  const found = new Set([
    ...newest(state, (d) => d.canonicalUrl !== null && d.canonicalUrl === probe.canonicalUrl, 50),
    ...newest(state, (d) => d.textHash === probe.textHash, 50),
    ...withSharedBand(state, probe),
    ...rankRows(
      tokensOf.map((tokens) => ({ columns: [tokens] })),
      probe.tokens,
      [1],
    )
      .slice(0, 40)
      .map((row) => row.index + 1),
    ...nearInTime(state, probe),
  ]);
  const chosen = state.articles.filter((record) => found.has(record.sequence));
  const tokens = new Set([
    ...probe.tokens,
    ...chosen.flatMap((record) => tokensOf[record.sequence - 1] ?? []),
  ]);
  const known: Known = {
    articles: chosen.map(keptArticleOf),
    documentCount: state.articles.length,
    documentFrequency: rowCounts(tokensOf, tokens),
  };
  return { corpusVersion: state.articles.length, knownJson: JSON.stringify(known) };
}

function newest(
  state: InMemoryState,
  matches: (decision: KeepDecision) => boolean,
  limit: number,
): readonly number[] {
  return state.articles
    .filter(({ decision }) => matches(decision))
    .map((record) => record.sequence)
    .slice(-limit);
}

function withSharedBand(state: InMemoryState, probe: ComparisonProbe): readonly number[] {
  const asked = new Set(probe.bands);
  return state.articles
    .map(({ sequence, decision }) => ({
      sequence,
      shared: [...new Set(decision.bands)].filter((band) => asked.has(band)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared || b.sequence - a.sequence)
    .slice(0, 100)
    .map(({ sequence }) => sequence);
}

function nearInTime(state: InMemoryState, probe: ComparisonProbe): readonly number[] {
  const { aroundMs, windowMs } = probe;
  if (aroundMs === null) return [];
  return state.articles
    .map(({ sequence, decision }) => ({
      sequence,
      distanceMs: Math.abs((decision.article.publishedAt.epochMs ?? decision.keptAtMs) - aroundMs),
    }))
    .filter(({ distanceMs }) => distanceMs <= windowMs)
    .toSorted((a, b) => a.distanceMs - b.distanceMs || b.sequence - a.sequence)
    .slice(0, 150)
    .map(({ sequence }) => sequence);
}
