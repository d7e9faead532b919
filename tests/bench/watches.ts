// What an article costs to match against 1,000, 10,000 and 100,000 watches: `node tests/bench/watches.ts`. Articles
// and watches are invented by a seeded generator. Prints one JSON object a row, in microseconds an article on average:
//   mix        `same hits`: watches beyond the smallest number also ask for one of fifty words that no article holds,
//              so that what grows is the watches alone; `more hits`: they do not, and matches grow with the watches
//   prepareUs  reading its words, names and citations, which is owed whatever the watches are
//   matchUs    finding and judging the watches
//   ratio      prepare and match together, against those of the smallest number of the mix
//   hits       watches that match an article
import { createRe2RegexEngine } from '../../adapters/re2/re2-regex-engine.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Comparison } from '../../src/domain/comparison.ts';
import type { Watch } from '../../src/domain/watch.ts';
import { type MatchSubject, matchSubjectOf } from '../../src/watch/match-subject.ts';
import { parseQuery } from '../../src/watch/parse-query.ts';
import type { Query } from '../../src/watch/query.ts';
import { createWatchIndex, type WatchIndex } from '../../src/watch/watch-index.ts';
import { sampleTopic } from '../fakes/sample-topic.ts';
import { type InventedNewsroom, inventNewsroom } from './invented-newsroom.ts';

const sizes = [1_000, 10_000, 100_000];
const articleCount = 1_000;
/** Matched before anything is measured, so that the first size does not pay for the compiler. */
const warmUpCount = 200;
const microsecondsPerMs = 1_000;

type Mix = 'same hits' | 'more hits';

type Bound = { readonly watch: Watch; readonly query: Query };

interface Tally {
  readonly watches: number;
  readonly index: WatchIndex;
  prepareMs: number;
  matchMs: number;
  hits: number;
}

const comparison: Comparison = {
  verdict: 'new',
  storyId: null,
  newFacts: [],
  conflicts: [],
  comparedWith: [],
  duplicateOf: null,
  ruleVersion: 'bench',
};

function makeWatches(mix: Mix, newsroom: InventedNewsroom): readonly Bound[] {
  const tools = { regexes: createRe2RegexEngine(), topic: sampleTopic };
  return Array.from({ length: Math.max(...sizes) }, (_, i) => {
    const isNarrowed = mix === 'same hits' && i >= Math.min(...sizes);
    const text = isNarrowed ? `(${newsroom.query()}) absent${i % 50}x` : newsroom.query();
    const parsed = parseQuery(text, tools);
    if (parsed.kind === 'invalid')
      throw new Error(`The bench invented a query that is refused: ${parsed.problem}`);
    return { watch: watchOf(i, text), query: parsed.query };
  });
}

function watchOf(number: number, query: string): Watch {
  return {
    id: `w${number}`,
    name: query,
    query,
    channel: { platform: 'console', workspaceId: 'console', channelId: 'console' },
    ownerId: 'bench',
    mentions: [],
    cadence: 'realtime',
    threshold: 0,
    needsApproval: false,
    isCritical: false,
    createdAtMs: 0,
    reportedAtMs: null,
  };
}

/** Each size in turn reads the article anew: what a subject has read once it keeps. */
function matchAgainstAll(article: Article, tallies: readonly Tally[]): void {
  for (const tally of tallies) {
    const startMs = performance.now();
    const subject = readSubject(article);
    const preparedMs = performance.now();
    const hits = tally.index.match(subject).length;
    tally.matchMs += performance.now() - preparedMs;
    tally.prepareMs += preparedMs - startMs;
    tally.hits += hits;
  }
}

function readSubject(article: Article): MatchSubject {
  const subject = matchSubjectOf({ article, comparison, relevance: null });
  subject.whole.marks();
  subject.whole.positions();
  subject.whole.citations();
  return subject;
}

function report(mix: Mix, tallies: readonly Tally[]): void {
  const [smallest] = tallies;
  const least = smallest ? smallest.prepareMs + smallest.matchMs : 0;
  for (const { watches, prepareMs, matchMs, hits } of tallies) {
    const row = {
      mix,
      watches,
      prepareUs: perArticleUs(prepareMs),
      matchUs: perArticleUs(matchMs),
      ratio: Number(((prepareMs + matchMs) / least).toFixed(2)),
      hits: Number((hits / articleCount).toFixed(2)),
    };
    process.stdout.write(`${JSON.stringify(row)}\n`);
  }
}

function perArticleUs(totalMs: number): number {
  return Math.round((totalMs / articleCount) * microsecondsPerMs);
}

function measure(mix: Mix): void {
  const newsroom = inventNewsroom(2026);
  const watches = makeWatches(mix, newsroom);
  const tallies = sizes.map((size): Tally => {
    const index = createWatchIndex(watches.slice(0, size));
    return { watches: size, index, prepareMs: 0, matchMs: 0, hits: 0 };
  });
  for (let i = 0; i < warmUpCount; i += 1) matchAgainstAll(newsroom.article(), tallies);
  for (const tally of tallies) Object.assign(tally, { prepareMs: 0, matchMs: 0, hits: 0 });
  for (let i = 0; i < articleCount; i += 1) matchAgainstAll(newsroom.article(), tallies);
  report(mix, tallies);
}

measure('same hits');
measure('more hits');
