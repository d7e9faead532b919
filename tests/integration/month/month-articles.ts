import type { Article, SourceTier } from '../../../src/domain/article.ts';
import type { Comparison, Fact } from '../../../src/domain/comparison.ts';
import { dayMs } from '../../../src/domain/moment.ts';
import type { KeepDecision } from '../../../src/ports/article-store.ts';
import { monthStartMs } from './month-channels.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';

const storiesADay = 4;
const goods = ['wafers', 'turbines', 'antennas', 'lasers', 'cameras', 'ball bearings', 'sensors'] as const;
const offices = ['trade office', 'customs bureau', 'licensing board'] as const;
const tiers: readonly [SourceTier, ...SourceTier[]] = ['primary', 'wire', 'wire', 'commentary'];
/** No story begins in these days, so that silence is told. */
const calmDays: readonly number[] = [16, 17, 18, 19];

/** What is kept of an event at one moment of the month. */
interface Report {
  readonly storyNumber: number;
  /** 0 for the report that begins the story. */
  readonly stage: number;
  readonly atMs: number;
  readonly verdict: Comparison['verdict'];
}

/** The decisions that a collect of a month of `days` would come to, in order of keeping; the same each time. */
export function monthArticles(days: number): readonly KeepDecision[] {
  const random = createSeededRandom(7);
  const reports: Report[] = [];
  for (let storyNumber = 1; storyNumber <= days * storiesADay; storyNumber += 1) {
    const day = Math.floor((storyNumber - 1) / storiesADay);
    if (!calmDays.includes(day)) reports.push(...reportsOf(storyNumber, day, random));
  }
  return reports
    .filter(({ atMs }) => atMs < monthStartMs + days * dayMs)
    .sort((a, b) => a.atMs - b.atMs || a.storyNumber - b.storyNumber || a.stage - b.stage)
    .map((report) => decisionOf(report));
}

function reportsOf(storyNumber: number, day: number, random: SeededRandom): readonly Report[] {
  let atMs = monthStartMs + day * dayMs + random.below(dayMs);
  const reports: Report[] = [{ storyNumber, stage: 0, atMs, verdict: 'new' }];
  for (let stage = 1; random.next() < 0.5 && stage < 5; stage += 1) {
    atMs += random.below(2 * dayMs);
    if (calmDays.includes(Math.floor((atMs - monthStartMs) / dayMs))) break;
    reports.push({
      storyNumber,
      stage,
      atMs,
      verdict: random.pick(['update', 'update', 'contradicts', 'repeat']),
    });
  }
  return reports;
}

function decisionOf(report: Report): KeepDecision {
  const { storyNumber, stage, atMs } = report;
  const article = articleOf(report);
  return {
    article,
    relevance: {
      score: 0.2 + ((storyNumber * 7) % 9) / 10,
      isRelevant: true,
      reasons: [],
      ruleVersion: 'month/1',
    },
    comparison: comparisonOf(report, article),
    storyId: `s${storyNumber}`,
    keptAtMs: atMs,
    canonicalUrl: article.url,
    textHash: `${storyNumber}-${stage}`,
    bands: [],
    sentenceTokens: article.sentences.map(() => ['case']),
    titleTokens: ['case'],
    entryId: null,
    corpusVersion: null,
  };
}

function articleOf({ storyNumber, stage, atMs }: Report): Article {
  const random = createSeededRandom(storyNumber);
  const office = random.pick(offices);
  const ware = random.pick(goods);
  const list = storyNumber % 6 === 0 ? ' for the Entity List' : '';
  const sentences = [
    `The ${office} opened case ${storyNumber} about a maker of ${ware}${list}.`,
    `In case ${storyNumber} the ${office} counted ${factOf(storyNumber, stage)} crates of ${ware}.`,
  ];
  const title = stage === 0 ? 'opens' : `goes on with stage ${stage} of`;
  return {
    id: `a${storyNumber}-${stage}`,
    url: `https://news.example/${storyNumber}/${stage}`,
    title: `The ${office} ${title} case ${storyNumber} about ${ware}`,
    publisher: `Paper ${storyNumber % 5}`,
    publishedAt: { epochMs: atMs, precision: 'instant', basis: 'feed' },
    lang: 'en',
    kind: 'report',
    tier: random.pick(tiers),
    sourceId: null,
    text: sentences.join(' '),
    sentences,
  };
}

/** A figure that no other report states. */
function factOf(storyNumber: number, stage: number): number {
  return 1_000 + storyNumber * 10 + stage;
}

function comparisonOf({ verdict, storyNumber }: Report, article: Article): Comparison {
  const [, quote = ''] = article.sentences;
  const newFacts: readonly Fact[] = verdict === 'repeat' ? [] : [{ quote, sentenceIndex: 1 }];
  return {
    verdict,
    storyId: verdict === 'new' ? null : `s${storyNumber}`,
    newFacts,
    conflicts: [],
    comparedWith: [],
    duplicateOf: null,
    ruleVersion: 'month/1',
  };
}
