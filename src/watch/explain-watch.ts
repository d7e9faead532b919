import type { AnswerTable } from '../domain/command.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { KeptArticle } from '../domain/story.ts';
import type { WatchHitRecord } from '../domain/watch.ts';
import { arrivalSteps, type EntryRemark } from './arrival-steps.ts';
import { type ExplainStage, type ExplainStep, stageNames } from './explain-step.ts';
import type { Wanted } from './judge-hit.ts';
import { judgmentSteps } from './judgment-steps.ts';
import { matchQuery } from './match-query.ts';
import { matchSubjectOf } from './match-subject.ts';
import { tellingSteps } from './telling-steps.ts';

/** All that is known of one article and one watch, or a bare query, gathered before it is explained. */
export interface WatchTrial {
  readonly wanted: Wanted;
  /** As it was kept; `null` for an article that is not. */
  readonly kept: KeptArticle | null;
  /** A text that was given and is not kept, judged as if it had come; `null` when there is none. */
  readonly given: Pick<KeptArticle, 'article' | 'comparison' | 'relevance'> | null;
  /** How far the entry with the article's address came; `null` when no source brought one. */
  readonly entry: EntryRemark | null;
  readonly hit: WatchHitRecord | null;
  /** The message in which the hit was told, when it is known. */
  readonly delivery: Pick<Delivery, 'state' | 'hold' | 'permalink' | 'lastProblem'> | null;
}

/**
 * Why an article did or did not come through a watch: every stage in order, up to the one where it stopped. The heading
 * is the conclusion: `Matched: …` or `Stopped at STAGE: …`.
 */
export function explainWatch(trial: WatchTrial): AnswerTable {
  const steps = untilStop(stepsOf(trial));
  return {
    heading: conclusionOf(steps),
    columns: ['Stage', 'Outcome', 'Why'],
    rows: steps.map(({ stage, outcome, why }) => [stageNames[stage], outcome, why]),
    notes: notesOf(trial, steps),
    data: steps.map(({ stage, outcome, why }) => ({ stage, outcome, why })),
  };
}

function stepsOf(trial: WatchTrial): ExplainStep[] {
  const { wanted, kept, given, hit, delivery } = trial;
  const text = kept ?? given;
  const arrival = arrivalSteps(trial);
  if (!text) return arrival;
  const subject = matchSubjectOf(text);
  const match = matchQuery(wanted.query, subject);
  const judged = { ...text, keptAtMs: kept?.keptAtMs ?? null };
  const steps = [...arrival, ...judgmentSteps(wanted, judged, { subject, match })];
  const isWatched = kept !== null && wanted.sinceMs !== null;
  return isWatched ? [...steps, ...tellingSteps(hit, delivery)] : steps;
}

/** What comes after a stop was never asked of the article, and is named so. */
function untilStop(steps: readonly ExplainStep[]): ExplainStep[] {
  const last = steps.findIndex(({ outcome }) => outcome !== 'passed');
  return steps.map((step, index) =>
    last >= 0 && index > last ? { ...step, outcome: 'not reached', why: '' } : step,
  );
}

function conclusionOf(steps: readonly ExplainStep[]): string {
  const end = steps.find(({ outcome }) => outcome === 'stopped' || outcome === 'waiting');
  // A hit that waits to be told has matched; what waits before is not matched yet.
  if (end && !(end.outcome === 'waiting' && isTelling(end.stage))) {
    return `Stopped at ${stageNames[end.stage]}: ${end.why}`;
  }
  const why = end?.why ?? steps.find(({ stage }) => stage === (isTold(steps) ? 'delivery' : 'query'))?.why;
  return `Matched: ${why ?? ''}`;
}

function isTelling(stage: ExplainStage): boolean {
  return stage === 'decision' || stage === 'delivery';
}

function isTold(steps: readonly ExplainStep[]): boolean {
  return steps.some(({ stage, outcome }) => stage === 'delivery' && outcome === 'passed');
}

/** A watch that was edited may have told what it would not tell now. */
function notesOf({ hit }: WatchTrial, steps: readonly ExplainStep[]): string[] {
  const isHitNow = steps.some(({ stage, outcome }) => stage === 'age' && outcome === 'passed');
  if (hit === null || isHitNow) return [];
  return ['The watch has a hit of this article all the same: it was another watch when the article came.'];
}
