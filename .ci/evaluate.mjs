// Runs the labelled evaluation and holds its figures against the floors below. Raise a floor when a figure beats it for
// good; never lower one. Usage: node .ci/evaluate.mjs SHARED RESULT-FILE; writes "PASSED FAILED" to the file.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [shared, resultFile] = process.argv.slice(2);
const count = (fraction) => Number(String(fraction).split('/')[0]);

/** [what, how to read it from the report, least (or most) value]. */
const floors = [
  ['every article judged: unanswered', (r) => -r.unanswered, 0],
  ['relevance F1', (r) => r.relevance.f1, 0.97],
  ['relevance AUC', (r) => r.relevance.auc, 0.99],
  ['story pair F1', (r) => r.stories.pairs.f1, 0.97],
  ['story B-cubed F1', (r) => r.stories.b_cubed_f1, 0.96],
  ['story pair F1 within a fortnight', (r) => r.stories_in_one_fortnight.pairs.f1, 0.97],
  ['story B-cubed F1 within a fortnight', (r) => r.stories_in_one_fortnight.b_cubed_f1, 0.93],
  ['verdict accuracy', (r) => r.novelty.accuracy, 0.95],
  ['new facts found', (r) => r.novelty.span_recall, 0.95],
  ['conflicts found', (r) => count(r.novelty.conflict_recall), 3],
  ['false conflicts (at most 1)', (r) => -r.novelty.false_conflicts, -1],
  ['quotes of verdicts not in the article', (r) => -r.novelty.quotes_not_in_article, 0],
  ['answers right', (r) => r.ask.accuracy, 0.82],
  ['evidence recall', (r) => r.ask.evidence_recall, 0.75],
  ['refused when absent', (r) => count(r.ask.refused_when_absent), 4],
  ['quotes of answers verbatim', (r) => r.ask.verbatim_quotes, 1],
  ['answer sentences without a citation', (r) => -r.ask.sentences_without_citation, 0],
  ['messages in the Slack preview', (r) => r.injection_slack_messages, 1],
  ['messages in the Discord preview', (r) => r.injection_discord_messages, 1],
  ['leaks', (r) => -r.injection.leaks.length, 0],
];

const report = JSON.parse(
  execFileSync(
    'node',
    [
      join(shared, 'eval/score.mjs'),
      '--project',
      '.',
      '--set',
      join(shared, 'eval/dev'),
      '--seeds',
      join(shared, 'seeds'),
    ],
    { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] },
  ),
);

let passed = 0;
for (const [name, read, floor] of floors) {
  const value = read(report);
  const holds = Number.isFinite(value) && value >= floor;
  passed += holds ? 1 : 0;
  process.stdout.write(
    `${holds ? 'holds ' : 'BELOW '} ${name}: ${Math.abs(value)} (floor ${Math.abs(floor)})\n`,
  );
}
writeFileSync(resultFile, `${passed} ${floors.length - passed}\n`);
process.exitCode = passed === floors.length ? 0 : 1;
