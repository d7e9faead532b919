import type { Article } from '../domain/article.ts';
import type { ComparedWith, Comparison, Conflict, Fact } from '../domain/comparison.ts';
import { shinglesOf, textHashOf } from '../domain/fingerprint.ts';
import { isQuantity } from '../domain/index-tokens.ts';
import type { Known, TokenStatistics } from '../domain/known.ts';
import { daysBetween } from '../domain/moment.ts';
import type { KeptArticle } from '../domain/story.ts';
import { canonicalUrl } from '../domain/text/canonical-url.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import { findConflicts } from './compare/find-conflicts.ts';
import { findNewFacts, knownSentencesOf } from './compare/new-facts.ts';
import { countTokens, type TokenCounts, textSimilarity, timeFactor } from './compare/story-similarity.ts';

/** Stored with every verdict: raise it when a rule or a number of comparing changes. */
const compareRuleVersion = 'compare/1';

/** Similarity (text and time) from which two articles report one event. Measured: docs/measurements.md. */
const storyThreshold = 0.2;
/** Text similarity, time apart, from which what an article knew counts as known. */
const relatedThreshold = 0.1;
/** Articles further apart than this report different moments; their figures may differ rightly. */
const conflictWindowDays = 7;
const conflictThreshold = 0.13;
/** Share of the smaller text's shingles in the other from which the two are one text, printed again. */
const copyContainment = 0.7;
const mostRelated = 12;
const mostCompared = 5;

interface Related {
  readonly kept: KeptArticle;
  readonly similarity: number;
  readonly storySimilarity: number;
  readonly isCopy: boolean;
}

/**
 * Compares an article with what is known: same address, same text, near-duplicate, story, then sentence by sentence.
 * Pure; nothing is kept.
 */
export function compare(article: Article, known: Known, lexicon: TopicLexicon): Comparison {
  const related = relatedTo(article, known, lexicon);
  const copy = related.find(({ isCopy }) => isCopy) ?? null;
  const story = storyOf(article, related, copy);
  const background = related.filter(({ similarity, isCopy }) => isCopy || similarity >= relatedThreshold);
  const knownSentences = knownSentencesOf(
    background.slice(0, mostRelated).map(({ kept }) => kept.article),
    lexicon,
  );
  const newFacts = findNewFacts(article, knownSentences, lexicon, known, copy !== null);
  const conflicts = copy ? [] : conflictsWith(article, related, lexicon, known);
  return {
    verdict: verdictOf({ newFacts, conflicts, joinsStory: story !== null || copy !== null }),
    storyId: story?.kept.storyId ?? copy?.kept.storyId ?? null,
    newFacts,
    conflicts,
    comparedWith: related.slice(0, mostCompared).map(asComparedWith),
    duplicateOf: copy?.kept.article.id ?? null,
    ruleVersion: compareRuleVersion,
  };
}

function relatedTo(article: Article, known: Known, lexicon: TopicLexicon): Related[] {
  const own = { article, counts: countTokens(article, lexicon) };
  const shingles = shinglesOf(article.text);
  const url = canonicalUrl(article.url);
  const hash = textHashOf(article);
  // Two documents of which nothing could be read are not for that reason the same.
  const hasText = article.sentences.length > 0;
  const related = known.articles.map((kept) => {
    const other = { article: kept.article, counts: countTokens(kept.article, lexicon) };
    const isSame =
      (url !== null && url === canonicalUrl(kept.article.url)) ||
      (hasText && hash === textHashOf(kept.article));
    const isCopy = isSame || isSameText(own.counts, other.counts, shingles, shinglesOf(kept.article.text));
    const similarity = isSame ? 1 : textSimilarity(own, other, known);
    return { kept, similarity, storySimilarity: similarity * timeFactor(article, kept.article), isCopy };
  });
  return related.sort((a, b) => Number(b.isCopy) - Number(a.isCopy) || b.similarity - a.similarity);
}

/** Notices of one kind share their wording and differ in their figures; those are two texts. */
function isSameText(
  a: TokenCounts,
  b: TokenCounts,
  aShingles: ReadonlySet<string>,
  bShingles: ReadonlySet<string>,
): boolean {
  if (containment(aShingles, bShingles) < copyContainment) return false;
  const [short, long] = a.size < b.size ? [a, b] : [b, a];
  return [...short.keys()].filter(isQuantity).every((figure) => long.has(figure));
}

function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (shingle && large.has(shingle)) shared += 1;
  return shared / (small.size || 1);
}

function storyOf(article: Article, related: readonly Related[], copy: Related | null): Related | null {
  if (copy?.kept.storyId) return copy;
  let best: Related | null = null;
  for (const candidate of related) {
    if (candidate.storySimilarity < storyThreshold || candidate.kept.storyId === null) continue;
    if (areTwoNotices(article, candidate.kept.article)) continue;
    if (!best || candidate.storySimilarity > best.storySimilarity) best = candidate;
  }
  return best;
}

function conflictsWith(
  article: Article,
  related: readonly Related[],
  lexicon: TopicLexicon,
  statistics: TokenStatistics,
): Conflict[] {
  const sameMoment = related.filter(
    ({ kept, similarity }) =>
      similarity >= conflictThreshold &&
      (daysBetween(article.publishedAt, kept.article.publishedAt) ?? 0) <= conflictWindowDays,
  );
  const articles = sameMoment.slice(0, mostRelated).map(({ kept }) => kept.article);
  return findConflicts(article, articles, lexicon, statistics);
}

/** An authority's documents share their wording, and each is an event of its own. */
function areTwoNotices(a: Article, b: Article): boolean {
  return a.tier === 'primary' && b.tier === 'primary' && a.publisher === b.publisher;
}

interface Judged {
  readonly newFacts: readonly Fact[];
  readonly conflicts: readonly Conflict[];
  readonly joinsStory: boolean;
}

function verdictOf({ newFacts, conflicts, joinsStory }: Judged): Comparison['verdict'] {
  if (conflicts.length > 0) return 'contradicts';
  if (newFacts.length === 0) return 'repeat';
  return joinsStory ? 'update' : 'new';
}

function asComparedWith({ kept: { article }, similarity }: Related): ComparedWith {
  const { id: articleId, url, title } = article;
  return { articleId, url, title, similarity: Math.round(similarity * 1000) / 1000 };
}
