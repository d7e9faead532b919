import type { Article } from '../domain/article.ts';
import type { ComparedWith, Comparison, Conflict } from '../domain/comparison.ts';
import type { Known, TokenStatistics } from '../domain/known.ts';
import { daysBetween } from '../domain/moment.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import type { ArticleFeatures } from './compare/article-features.ts';
import { findConflicts } from './compare/find-conflicts.ts';
import { type FoundFacts, findNewFacts, knownSentencesOf } from './compare/new-facts.ts';
import { type Related, relatedTo } from './compare/related.ts';

/** Stored with every verdict: raise it when a rule or a number of comparing changes. */
const compareRuleVersion = 'compare/2';

/** Similarity (text and time) from which two articles report one event. Measured: docs/measurements.md. */
const storyThreshold = 0.2;
/** Text similarity, time apart, from which what an article knew counts as known. */
const relatedThreshold = 0.1;
/** Articles further apart than this report different moments; their figures may differ rightly. */
const conflictWindowDays = 7;
const conflictThreshold = 0.13;
const mostRelated = 12;
const mostCompared = 5;

/**
 * Compares an article with what is known: same address, same text, near-duplicate, story, then sentence by sentence.
 * Pure; nothing is kept.
 */
export function compare(article: Article, known: Known, features: ArticleFeatures): Comparison {
  const { lexicon } = features;
  const related = relatedTo(article, known, features);
  const copy = related.find(({ isCopy }) => isCopy) ?? null;
  const story = storyOf(article, related, copy);
  const background = related.filter(({ similarity, isCopy }) => isCopy || similarity >= relatedThreshold);
  const knownSentences = knownSentencesOf(
    background.slice(0, mostRelated).map(({ kept }) => kept.article),
    lexicon,
  );
  const facts = findNewFacts(article, knownSentences, lexicon, known, copy !== null);
  const conflicts = copy ? [] : conflictsWith(article, related, lexicon, known);
  return {
    verdict: verdictOf(facts, conflicts, story !== null || copy !== null),
    storyId: story?.kept.storyId ?? copy?.kept.storyId ?? null,
    newFacts: facts.newFacts,
    conflicts,
    comparedWith: related.slice(0, mostCompared).map(asComparedWith),
    duplicateOf: copy?.kept.article.id ?? null,
    ruleVersion: compareRuleVersion,
  };
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
  const sameMoment = related.filter((candidate) => isOfSameMoment(article, candidate));
  const articles = sameMoment.slice(0, mostRelated).map(({ kept }) => kept.article);
  return findConflicts(article, articles, lexicon, statistics);
}

/** Where a date is missing, nothing but their likeness says that two articles report one moment. */
function isOfSameMoment({ publishedAt }: Article, { kept, similarity, storySimilarity }: Related): boolean {
  const days = daysBetween(publishedAt, kept.article.publishedAt);
  if (days === null) return storySimilarity >= storyThreshold;
  return similarity >= conflictThreshold && days <= conflictWindowDays;
}

/** An authority's documents share their wording, and each is an event of its own. */
function areTwoNotices(a: Article, b: Article): boolean {
  return a.tier === 'primary' && b.tier === 'primary' && a.publisher === b.publisher;
}

/** What states nothing to check repeats a story it joins; alone it repeats nothing, and is new though it holds no fact. */
function verdictOf(
  { newFacts, checkedSentences }: FoundFacts,
  conflicts: readonly Conflict[],
  joinsStory: boolean,
): Comparison['verdict'] {
  if (conflicts.length > 0) return 'contradicts';
  if (newFacts.length > 0) return joinsStory ? 'update' : 'new';
  return joinsStory || checkedSentences > 0 ? 'repeat' : 'new';
}

function asComparedWith({ kept: { article }, similarity }: Related): ComparedWith {
  const { id: articleId, url, title } = article;
  return { articleId, url, title, similarity: Math.round(similarity * 1000) / 1000 };
}
