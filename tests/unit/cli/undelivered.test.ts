import { expect, test } from 'vitest';
import { undelivered } from '../../../src/cli/undelivered.ts';
import { delivery } from './sample-delivery.ts';

test('a message that failed and waits is told with its reason, those that wait behind it are not', () => {
  const failed = delivery('d1', { lastProblem: 'The disk is full.' });

  const problems = undelivered([delivery('d2', { attempts: 0 }), failed], { dead: 0 });

  expect(problems).toEqual(['Message d1 was not delivered and will be tried again: The disk is full.']);
});

test('of the messages that were given up, those of this run are told', () => {
  const deadOnes = ['d3', 'd2', 'd1'].map((key) =>
    delivery(key, { state: 'dead', lastProblem: `Channel of ${key} is gone.` }),
  );

  expect(undelivered(deadOnes, { dead: 1 })).toEqual(['Message d3 was given up: Channel of d3 is gone.']);
  expect(undelivered(deadOnes, { dead: 0 })).toEqual([]);
});

test('a run that delivered everything has no problem to tell', () => {
  const posted = delivery('d1', { state: 'posted', messageId: 'm1' });

  expect(undelivered([posted], { dead: 0 })).toEqual([]);
});
