import { dayMs } from '../domain/moment.ts';
import type { KeptArticle } from '../domain/story.ts';
import { type HitStage, judgeHit, type Matching } from './judge-hit.ts';
import { matchQuery } from './match-query.ts';
import { matchSubjectOf } from './match-subject.ts';
import type { Query } from './query.ts';
import { shortfallOf } from './shortfall.ts';

export interface CaughtArticle {
  readonly kept: KeptArticle;
  /** When an alert would have come, epoch milliseconds. */
  readonly atMs: number;
  readonly matched: readonly string[];
}

export interface NearMatch {
  readonly kept: KeptArticle;
  readonly atMs: number;
  /** What it missed by, as a sentence. */
  readonly reason: string;
}

/** What a query would have caught. Seeds and notes, known from the start, are not counted. */
export interface BackTest {
  /** Reports that were known in the period. */
  readonly articles: number;
  readonly caught: number;
  /** Stories among the caught articles. */
  readonly stories: number;
  /** Days of the period for which reports are known, at most 90; 0 when there are none. */
  readonly days: number;
  /** Caught articles a week, to one decimal; `null` for less than a day of reports. */
  readonly perWeek: number | null;
  readonly newest: readonly CaughtArticle[];
  /** Best first. */
  readonly nearly: readonly NearMatch[];
  /** A sentence when it would catch nothing, or flood. */
  readonly warning: string | null;
}

export const backTestDays = 90;
const mostNewest = 5;
const mostNearly = 5;
/** From about so many a day on, alerts are no longer read one by one. */
const floodPerDay = 20;
const floodInOneDay = 50;

/** Each article takes about a millisecond; after so many of them others get their turn. */
const articlesAtOnce = 20;

export interface BackTestOptions {
  /** Relevance that an article needs, 0 to 1. */
  readonly threshold: number;
  /** Lets other work go on: a test on months of reports takes seconds, and must not hold the main loop. */
  readonly breathe: () => Promise<void>;
}

/** What a query would have caught in the last 90 days, and what it would have missed by little. */
export async function backTest(
  query: Query,
  { threshold, breathe }: BackTestOptions,
  articles: readonly KeptArticle[],
  nowMs: number,
): Promise<BackTest> {
  const sinceMs = nowMs - backTestDays * dayMs;
  const reports = articles.filter(({ comparison, keptAtMs }) => comparison !== null && keptAtMs >= sinceMs);
  const caught: CaughtArticle[] = [];
  const nearly: NearMatch[] = [];
  for (const [index, kept] of reports.entries()) {
    if (index % articlesAtOnce === articlesAtOnce - 1) await breathe();
    const subject = matchSubjectOf(kept);
    const match = matchQuery(query, subject);
    const judgment = judgeHit({ query, threshold, sinceMs: null }, kept, { subject, match });
    const atMs = alertAtMs(kept, sinceMs);
    if (judgment.kind === 'hit') caught.push({ kept, atMs, matched: match.matched });
    else if (isNear(judgment.stage, query, { subject, match }))
      nearly.push({ kept, atMs, reason: judgment.reason });
  }
  const days = daysOf(reports, sinceMs, nowMs);
  return {
    articles: reports.length,
    caught: caught.length,
    stories: new Set(caught.map(({ kept }) => kept.storyId)).size,
    days,
    perWeek: days < 1 ? null : Math.round((caught.length / days) * 70) / 10,
    newest: caught.sort(byNewest).slice(0, mostNewest),
    nearly: nearly.sort(byRelevance).slice(0, mostNearly),
    warning: warningOf(caught, days, reports.length),
  };
}

/**
 * The first poll of a source brings weeks of reports at once. They count for the day on which they came out, or every
 * back-test of a young store would see a flood; a report older than the period counts for when it was kept.
 */
function alertAtMs({ article: { publishedAt }, keptAtMs }: KeptArticle, sinceMs: number): number {
  const { epochMs, precision } = publishedAt;
  const isDated = epochMs !== null && (precision === 'instant' || precision === 'day');
  return isDated && epochMs >= sinceMs ? Math.min(epochMs, keptAtMs) : keptAtMs;
}

/** By the threshold, or by a single part of the query while another part held. */
function isNear(stage: HitStage, query: Query, { subject, match }: Matching): boolean {
  if (stage === 'threshold') return true;
  return stage === 'query' && match.matched.length > 0 && shortfallOf(query, subject).length === 1;
}

function daysOf(reports: readonly KeptArticle[], sinceMs: number, nowMs: number): number {
  const firstMs = reports.reduce((first, kept) => Math.min(first, alertAtMs(kept, sinceMs)), nowMs);
  return (nowMs - firstMs) / dayMs;
}

function warningOf(caught: readonly CaughtArticle[], days: number, articles: number): string | null {
  if (articles === 0)
    return 'There are no reports to test it on yet; look again when sources have been read.';
  if (caught.length === 0)
    return 'It would have caught nothing. Join other words with OR, or take out a part.';
  const advice = 'Add a word with AND, or raise the threshold.';
  const perDay = Math.round(caught.length / days);
  if (days >= 1 && perDay > floodPerDay)
    return `It would flood its channel, with ${perDay} articles a day. ${advice}`;
  const byDay = Map.groupBy(caught, ({ atMs }) => Math.floor(atMs / dayMs));
  const busiest = Math.max(...[...byDay.values()].map(({ length }) => length));
  if (busiest <= floodInOneDay) return null;
  return `It would have flooded its channel on one day, with ${busiest} articles. ${advice}`;
}

function byNewest(a: CaughtArticle, b: CaughtArticle): number {
  return b.atMs - a.atMs || b.kept.sequence - a.kept.sequence;
}

function byRelevance(a: NearMatch, b: NearMatch): number {
  const score = ({ kept }: NearMatch) => kept.relevance?.score ?? 0;
  return score(b) - score(a) || b.atMs - a.atMs || b.kept.sequence - a.kept.sequence;
}
