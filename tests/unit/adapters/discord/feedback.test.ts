import { expect, test } from 'vitest';
import { keyOfButtonValue } from '../../../../src/domain/action.ts';
import { componentsOf } from '../../../fakes/discord-checker.ts';
import { answerDocument, refusalDocument } from '../../../fixtures/documents.ts';
import { rendered } from './rendered.ts';

/** Action rows of the last message: label and id of each button. */
function rowsOf(payloads: readonly Readonly<Record<string, unknown>>[]) {
  return componentsOf(payloads.at(-1) ?? {})
    .filter(({ type }) => type === 1)
    .map(({ components }) =>
      [components].flat().map((each) => [String(Object(each).label), String(Object(each).custom_id)]),
    );
}

const labelsOf = (payloads: readonly Readonly<Record<string, unknown>>[]) =>
  rowsOf(payloads).map((row) => row.map(([label]) => label));

test('asks under an answer whether it helped', () => {
  const [row] = rowsOf(rendered(answerDocument({ question: 'Who pays?' })));

  expect(row?.slice(0, 2)).toEqual([
    ['Helpful', 'run:feedback give?says=helpful&question=Who+pays%3F'],
    ['Not helpful', 'run:feedback give?says=not-helpful&question=Who+pays%3F'],
  ]);
});

test('asks under a refusal in the row of what else it offers', () => {
  const rows = labelsOf(rendered(refusalDocument()));

  expect(rows).toHaveLength(1);
  expect(rows[0]?.slice(0, 3)).toEqual(['Watch for it', 'Helpful', 'Not helpful']);
});

test('carries two keys where the question is too long for a button', () => {
  const [row = []] = rowsOf(rendered(answerDocument({ question: 'Who pays? '.repeat(20) })));
  const ids = row.map(([, id = '']) => id).slice(0, 2);

  expect(new Set(ids.map(keyOfButtonValue)).size).toBe(2);
  expect(ids.map(keyOfButtonValue)).not.toContain(null);
});
