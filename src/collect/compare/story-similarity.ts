import type { Article } from '../../domain/article.ts';
import { indexTokens, isMark } from '../../domain/index-tokens.ts';
import type { TokenStatistics } from '../../domain/known.ts';
import { daysBetween } from '../../domain/moment.ts';
import type { TopicLexicon } from '../../domain/topic-lexicon.ts';

/** How often each token stands in an article; the title's count twice. */
export type TokenCounts = ReadonlyMap<string, number>;

/**
 * Measured on 58 English and 15 Chinese labelled reports, by the calendar and with all events in one fortnight
 * (docs/measurements.md): words 0.7, marks 0.3, e-fold of three days. No floor under the time factor: with one,
 * notices that repeat a boilerplate years apart become one story.
 */
const wordShare = 0.7;
const markShare = 0.3;
const decayDays = 3;
/** Taken as the distance of two articles of which one has no date. */
const undatedDays = 1;

export function countTokens(article: Article, lexicon: TopicLexicon): TokenCounts {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const token of indexTokens(text, lexicon)) counts.set(token, (counts.get(token) ?? 0) + weight);
  };
  add(article.title, 2);
  for (const sentence of article.sentences) add(sentence, 1);
  return counts;
}

/** The weight of a token: rare ones tell more. Smoothed, so that a corpus of one article gives weights too. */
export function tokenWeight(token: string, { documentCount, documentFrequency }: TokenStatistics): number {
  return Math.log(1 + (documentCount + 1) / ((documentFrequency[token] ?? 0) + 0.5));
}

/**
 * How alike two articles are in what they report, 0 to 1, without regard to time. Articles in different languages
 * share no words; their marks alone are compared.
 */
export function textSimilarity(
  a: { readonly article: Article; readonly counts: TokenCounts },
  b: { readonly article: Article; readonly counts: TokenCounts },
  statistics: TokenStatistics,
): number {
  const marks = cosine(a.counts, b.counts, statistics, isMark);
  const isCrossLanguage = isHan(a.article) !== isHan(b.article);
  if (isCrossLanguage) return marks;
  const words = cosine(a.counts, b.counts, statistics, (token) => !isMark(token));
  return wordShare * words + markShare * marks;
}

/** 1 for the same day, falling by a factor of e every three days. */
export function timeFactor(a: Article, b: Article): number {
  return Math.exp(-(daysBetween(a.publishedAt, b.publishedAt) ?? undatedDays) / decayDays);
}

function isHan(article: Article): boolean {
  return article.lang === 'zh' || article.lang === 'ja';
}

function cosine(
  a: TokenCounts,
  b: TokenCounts,
  statistics: TokenStatistics,
  counts: (token: string) => boolean,
): number {
  const weigh = (token: string, count: number) => (1 + Math.log(count)) * tokenWeight(token, statistics);
  const norm = (bag: TokenCounts) => {
    let sum = 0;
    for (const [token, count] of bag) if (counts(token)) sum += weigh(token, count) ** 2;
    return Math.sqrt(sum);
  };
  let product = 0;
  for (const [token, count] of a) {
    const other = b.get(token);
    if (other && counts(token)) product += weigh(token, count) * weigh(token, other);
  }
  return product / (norm(a) * norm(b) || 1);
}
