import { createArticleFeatures } from '../../../src/collect/compare/article-features.ts';
import { compare } from '../../../src/collect/compare.ts';
import type { Article, RawArticle } from '../../../src/domain/article.ts';
import type { Comparison } from '../../../src/domain/comparison.ts';
import { composeArticle } from '../../../src/domain/compose-article.ts';
import { indexTokens } from '../../../src/domain/index-tokens.ts';
import type { Known } from '../../../src/domain/known.ts';
import { readIsoMoment } from '../../../src/domain/moment.ts';
import { sampleLexicon } from '../../fakes/sample-topic.ts';

/** A report of 16 May 2019 by Wire One, but for what `over` says. */
export function rawOf(text: string, over: Partial<RawArticle> & { date?: string } = {}): RawArticle {
  const { date = '2019-05-16', ...given } = over;
  return {
    url: null,
    title: 'Huawei added to the Entity List',
    publisher: 'Wire One',
    publishedAt: readIsoMoment(date, 'given'),
    lang: 'en',
    kind: 'report',
    tier: 'wire',
    sourceId: null,
    imageUrl: null,
    text,
    ...given,
  };
}

export function reportOf(text: string, over: Parameters<typeof rawOf>[1] = {}): Article {
  return composeArticle(rawOf(text, over));
}

/** The given articles as all that is known, each a story of its own named `s0`, `s1`, …. */
export function knownOf(articles: readonly Article[]): Known {
  const bags = articles.map(
    ({ title, sentences }) =>
      new Set([title, ...sentences].flatMap((text) => indexTokens(text, sampleLexicon))),
  );
  const documentFrequency: Record<string, number> = {};
  for (const token of bags.flatMap((bag) => [...bag])) {
    documentFrequency[token] = (documentFrequency[token] ?? 0) + 1;
  }
  return {
    articles: articles.map((article, index) => ({
      article,
      sequence: index + 1,
      keptAtMs: 0,
      storyId: `s${index}`,
      comparison: null,
      relevance: null,
    })),
    documentCount: articles.length,
    documentFrequency,
  };
}

export function compared(article: Article, ...known: readonly Article[]): Comparison {
  return compare(article, knownOf(known), createArticleFeatures(sampleLexicon));
}
