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

interface Counted {
  readonly article: Article;
  readonly counts: TokenCounts;
}

/**
 * How alike an article is to others in what they report, 0 to 1, without regard to time. Articles in different
 * languages share no words; their marks alone are compared. Made once for an article and asked of many others, so
 * that its own weights and those of the tokens are computed once.
 */
export function similarityTo(own: Counted, statistics: TokenStatistics): (other: Counted) => number {
  const weightOf = rememberedWeights(statistics);
  const ownNorms = normsOf(own.counts, weightOf);
  return (other) => {
    const norms = normsOf(other.counts, weightOf);
    const shared = sumsOf(own.counts, (token, count) => {
      const otherCount = other.counts.get(token);
      return otherCount ? weightOf(token) ** 2 * damped(count) * damped(otherCount) : 0;
    });
    const marks = shared.marks / (ownNorms.marks * norms.marks || 1);
    if (isHan(own.article) !== isHan(other.article)) return marks;
    return wordShare * (shared.words / (ownNorms.words * norms.words || 1)) + markShare * marks;
  };
}

function rememberedWeights(statistics: TokenStatistics): (token: string) => number {
  const weights = new Map<string, number>();
  return (token) => {
    const known = weights.get(token);
    if (known !== undefined) return known;
    const weight = tokenWeight(token, statistics);
    weights.set(token, weight);
    return weight;
  };
}

/** Words and marks apart. */
interface Sums {
  readonly words: number;
  readonly marks: number;
}

function normsOf(counts: TokenCounts, weightOf: (token: string) => number): Sums {
  const { words, marks } = sumsOf(counts, (token, count) => (damped(count) * weightOf(token)) ** 2);
  return { words: Math.sqrt(words), marks: Math.sqrt(marks) };
}

function sumsOf(counts: TokenCounts, partOf: (token: string, count: number) => number): Sums {
  let words = 0;
  let marks = 0;
  for (const [token, count] of counts) {
    const value = partOf(token, count);
    if (isMark(token)) marks += value;
    else words += value;
  }
  return { words, marks };
}

/** A word said ten times is not ten times as telling. */
function damped(count: number): number {
  return 1 + Math.log(count);
}

/** 1 for the same day, falling by a factor of e every three days. */
export function timeFactor(a: Article, b: Article): number {
  return Math.exp(-(daysBetween(a.publishedAt, b.publishedAt) ?? undatedDays) / decayDays);
}

function isHan(article: Article): boolean {
  return article.lang === 'zh' || article.lang === 'ja';
}
