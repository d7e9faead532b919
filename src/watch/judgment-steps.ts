import type { ExplainStep } from './explain-step.ts';
import { type HitStage, hitChecks, type Judged, type Matching, type Wanted } from './judge-hit.ts';

/** From the comparison to the hit: the checks that a run of the watches makes, with what each found. */
export function judgmentSteps(wanted: Wanted, judged: Judged, matching: Matching): ExplainStep[] {
  return hitChecks(wanted, judged, matching)
    .filter(({ stage }) => stage !== 'age' || wanted.sinceMs !== null)
    .map(({ stage, problem }) =>
      problem === null
        ? { stage, outcome: 'passed', why: passedText(stage, wanted, judged, matching) }
        : { stage, outcome: 'stopped', why: problem },
    );
}

function passedText(
  stage: HitStage,
  wanted: Wanted,
  { comparison, relevance }: Judged,
  { match }: Matching,
): string {
  switch (stage) {
    case 'comparison':
      return comparison ? `Its verdict is ${comparison.verdict}.` : 'It was compared with nothing.';
    case 'query':
      return match.matched.length > 0
        ? `The query holds, in the words: ${match.matched.join(', ')}.`
        : 'The query holds.';
    case 'threshold':
      return `Its relevance of ${relevance?.score ?? 0} reaches the threshold of ${wanted.threshold}.`;
    case 'news':
      return comparison ? 'The query holds in what is to be told.' : 'What is new in it was not asked.';
    case 'age':
      return 'It was kept after the watch was made.';
  }
}
