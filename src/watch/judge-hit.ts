import type { Comparison } from '../domain/comparison.ts';
import type { Relevance } from '../domain/topic.ts';
import type { QueryMatch } from './match-query.ts';
import type { MatchSubject } from './match-subject.ts';
import { printQuery } from './print-query.ts';
import type { Query } from './query.ts';
import { shortfallOf } from './shortfall.ts';

/** What of a watch decides whether an article is a hit. A bare query, which is no watch yet, has no beginning. */
export interface Wanted {
  readonly query: Query;
  /** Relevance that an article needs, 0 to 1. */
  readonly threshold: number;
  /** Articles kept before are not told; `null` for a bare query. */
  readonly sinceMs: number | null;
}

/** What of an article decides. `keptAtMs` is `null` for a text that is not kept. */
export interface Judged {
  readonly comparison: Comparison | null;
  readonly relevance: Relevance | null;
  readonly keptAtMs: number | null;
}

/** How the query went over the article. */
export interface Matching {
  readonly subject: MatchSubject;
  readonly match: QueryMatch;
}

/** Where an article can stop on its way through a watch, in the order of asking. */
export type HitStage = 'comparison' | 'query' | 'threshold' | 'news' | 'age';

/** Whether an article is a hit; else the first stage that it did not pass, and why, as a sentence. */
export type HitJudgment =
  | { readonly kind: 'hit' }
  | { readonly kind: 'stopped'; readonly stage: HitStage; readonly reason: string };

export interface HitCheck {
  readonly stage: HitStage;
  /** A sentence, `null` when the article passes. */
  readonly problem: string | null;
}

/** Every stage in order with its own outcome, whatever the ones before it say. */
export function hitChecks(wanted: Wanted, judged: Judged, matching: Matching): readonly HitCheck[] {
  return [
    { stage: 'comparison', problem: comparisonProblem(wanted, judged) },
    { stage: 'query', problem: queryProblem(wanted, matching) },
    { stage: 'threshold', problem: thresholdProblem(wanted, judged) },
    { stage: 'news', problem: newsProblem(judged, matching) },
    { stage: 'age', problem: ageProblem(wanted, judged) },
  ];
}

/** The one rule of what is a hit: running, back-testing and explaining all ask here, so that they never disagree. */
export function judgeHit(wanted: Wanted, judged: Judged, matching: Matching): HitJudgment {
  for (const { stage, problem } of hitChecks(wanted, judged, matching)) {
    if (problem !== null) return { kind: 'stopped', stage, reason: problem };
  }
  return { kind: 'hit' };
}

function comparisonProblem(wanted: Wanted, { comparison, keptAtMs }: Judged): string | null {
  if (comparison === null) {
    return keptAtMs === null
      ? null
      : 'It was known from the start, as a seed or a note, and was compared with nothing.';
  }
  if (comparison.verdict !== 'repeat' || asksForRepeats(wanted.query)) return null;
  return 'It is a repeat of what is known; add verdict:repeat to the query to be told of repeats.';
}

/** A NOT over a verdict asks for all the others, and a repeat is told to nobody who did not name it. */
function asksForRepeats(query: Query): boolean {
  if (query.kind === 'and' || query.kind === 'or') return query.parts.some(asksForRepeats);
  return query.kind === 'verdict' && query.verdict === 'repeat';
}

function queryProblem({ query }: Wanted, { match, subject }: Matching): string | null {
  if (match.isMatch) return null;
  return shortfallOf(query, subject).map(partProblem).join(' ');
}

function partProblem(part: Query): string {
  if (part.kind === 'not') return `It holds ${printQuery(part.part)}, which the query forbids.`;
  return `It lacks ${printQuery(part)}.`;
}

function thresholdProblem({ threshold }: Wanted, { relevance }: Judged): string | null {
  const score = relevance?.score ?? 0;
  if (score >= threshold) return null;
  return `Its relevance of ${shareText(score)} is below the threshold of ${shareText(threshold)}.`;
}

/** A repeat has nothing new: whoever asks for repeats is told of what is known. */
function newsProblem({ comparison }: Judged, { match }: Matching): string | null {
  if (comparison === null || comparison.verdict === 'repeat' || match.touchesNews) return null;
  return 'The query holds only in what was known before, not in what is new.';
}

function ageProblem({ sinceMs }: Wanted, { keptAtMs }: Judged): string | null {
  if (sinceMs === null || keptAtMs === null || sinceMs <= keptAtMs) return null;
  return 'It was kept before the watch was made; a watch tells only of what comes after.';
}

/** Rounded down: 0.4999 beside a threshold of 0.5 must not read as 0.5. */
function shareText(share: number): string {
  return String(Math.floor(share * 1000 + 1e-9) / 1000);
}
