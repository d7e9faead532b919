import { expect, test } from 'vitest';
import { failingSourceNotes } from '../../../src/deliver/failing-sources.ts';
import { source } from './source-states.ts';

const fails = (name: string, lastProblem: string | null = 'It answered 503.') =>
  source(name, { consecutiveFailures: 2, lastProblem });

test('nothing is noted while every source answers, or while there is none', () => {
  expect(failingSourceNotes([source('Wire'), source('Post')])).toEqual([]);
  expect(failingSourceNotes([])).toEqual([]);
});

test('a failing source is named with its reason, and those that answer are only counted', () => {
  expect(failingSourceNotes([source('Wire'), fails('Post'), source('Basin')])).toEqual([
    '1 of 3 sources fails:',
    'Post: It answered 503.',
  ]);
});

test('a source that gave no reason is named all the same', () => {
  expect(failingSourceNotes([fails('Post', null)])).toContain('Post: it gave no reason.');
});

test('a source that recovered is not named, whatever its last problem was', () => {
  expect(failingSourceNotes([source('Post', { lastProblem: 'It answered 503.' })])).toEqual([]);
});

test('of many failing sources ten are named, and the others counted', () => {
  const names = [...'ABCDEFGHIJKL'];

  expect(failingSourceNotes(names.map((name) => fails(name)))).toEqual([
    '12 of 12 sources fail:',
    ...names.slice(0, 10).map((name) => `${name}: It answered 503.`),
    'and 2 more; "sources list" names them all.',
  ]);
});
