import type { SourceTier } from '../domain/article.ts';
import { dayMs } from '../domain/moment.ts';
import type { KeptArticle, StoryMaterial } from '../domain/story.ts';

/** A story with something to tell, and what it is to the channel. */
export interface ChosenStory {
  readonly storyId: string;
  readonly verdict: 'new' | 'update' | 'contradicts';
  /** An article that says something new was told of it before. */
  readonly isTold: boolean;
  /** Articles up to this sequence were told to the channel. */
  readonly toldUpTo: number;
  /** Every article of the story, in the order of keeping. */
  readonly articles: readonly KeptArticle[];
  /** Those not told before that say something new; never empty. */
  readonly untold: readonly KeptArticle[];
  readonly score: number;
}

/** Points of a ranking; only their proportions matter. A controlling document outranks any number of rewrites of it. */
const tierPoints: Readonly<Record<SourceTier, number>> = { primary: 4, wire: 1, commentary: 0 };
const verdictPoints = { contradicts: 2.5, new: 2, update: 1 } as const;
/** For each doubling of the outlets that report it. */
const corroborationPoints = 1;
/** Less than what parts a document from reports: else enough rewrites would stand above it. */
const mostCorroborationPoints = 2.5;
const relevancePoints = 2;
const recencyPoints = 2;
const recencyDays = 3;

/**
 * The stories that have something to tell, most important first. A story of which only repeats came has nothing.
 * The same material and moment give the same order.
 */
export function chooseStories(stories: readonly StoryMaterial[], nowMs: number): ChosenStory[] {
  const chosen = stories.flatMap((story) => choose(story, nowMs) ?? []);
  return chosen.sort((a, b) => b.score - a.score || (a.storyId < b.storyId ? -1 : 1));
}

function choose({ storyId, articles, toldUpTo }: StoryMaterial, nowMs: number): ChosenStory | null {
  const telling = articles.filter(({ comparison }) => saysSomething(comparison?.verdict));
  const untold = telling.filter(({ sequence }) => sequence > toldUpTo);
  if (untold.length === 0) return null;
  const isTold = untold.length < telling.length;
  const contradicts = untold.some(({ comparison }) => comparison?.verdict === 'contradicts');
  const verdict = contradicts ? 'contradicts' : isTold ? 'update' : 'new';
  return {
    storyId,
    verdict,
    isTold,
    toldUpTo,
    articles,
    untold,
    score: scoreOf(articles, untold, verdict, nowMs),
  };
}

function saysSomething(verdict: string | undefined): boolean {
  return verdict === 'new' || verdict === 'update' || verdict === 'contradicts';
}

function scoreOf(
  articles: readonly KeptArticle[],
  untold: readonly KeptArticle[],
  verdict: ChosenStory['verdict'],
  nowMs: number,
): number {
  const most = (values: readonly number[]) => Math.max(0, ...values);
  const publishers = new Set(
    articles.map(({ article }) => article.publisher ?? article.sourceId ?? article.id),
  );
  const newest = most(untold.map(({ article, keptAtMs }) => article.publishedAt.epochMs ?? keptAtMs));
  const ageDays = Math.max(0, nowMs - newest) / dayMs;
  return (
    most(untold.map(({ article }) => tierPoints[article.tier])) +
    verdictPoints[verdict] +
    Math.min(mostCorroborationPoints, corroborationPoints * Math.log2(publishers.size)) +
    relevancePoints * most(untold.map(({ relevance }) => relevance?.score ?? 0)) +
    recencyPoints * Math.exp(-ageDays / recencyDays)
  );
}
