import { expect, test } from 'vitest';
import { chooseStories } from '../../../src/deliver/choose-stories.ts';
import type { KeptArticle } from '../../../src/domain/story.ts';
import { kept, keptAtMs, story } from './kept-story.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function order(...stories: Parameters<typeof chooseStories>[0]): string[] {
  return chooseStories(stories, keptAtMs + hourMs).map(({ storyId }) => storyId);
}

test('a story of which only repeats came has nothing to tell', () => {
  const told = [kept(1), kept(2, { verdict: 'repeat' }), kept(3, { verdict: 'repeat' })];

  expect(order(story('s1', told, 1))).toEqual([]);
});

test('a story whose articles were all told has nothing to tell', () => {
  expect(order(story('s1', [kept(1), kept(2, { verdict: 'update' })], 2))).toEqual([]);
});

test('an article that was compared with nothing is never told', () => {
  expect(order(story('s1', [{ ...kept(1), comparison: null }]))).toEqual([]);
});

test.each([
  ['new', 'nothing of it was told', [kept(1), kept(2, { verdict: 'update' })], 0],
  ['update', 'a part of it was told', [kept(1), kept(2, { verdict: 'update' })], 1],
  ['contradicts', 'an untold article does', [kept(1), kept(2, { verdict: 'contradicts' })], 1],
  ['update', 'the contradiction was told', [kept(1, { verdict: 'contradicts' }), kept(2)], 1],
] as const)('a story is %s when %s', (verdict, _when, articles, toldUpTo) => {
  const [chosen] = chooseStories([story('s1', articles, toldUpTo)], keptAtMs);

  expect(chosen?.verdict).toBe(verdict);
});

test('a story counts as told when an article that says something was told, not by any other article before it', () => {
  const isTold = (articles: readonly KeptArticle[], toldUpTo: number) =>
    chooseStories([story('s1', articles, toldUpTo)], keptAtMs).map((chosen) => [
      chosen.isTold,
      chosen.verdict,
    ]);

  expect(isTold([kept(1), kept(2)], 1)).toEqual([[true, 'update']]);
  expect(isTold([kept(1), kept(2)], 0)).toEqual([[false, 'new']]);
  expect(isTold([kept(1, { verdict: 'repeat' }), kept(2)], 1)).toEqual([[false, 'new']]);
  expect(isTold([{ ...kept(1), comparison: null }, kept(2)], 1)).toEqual([[false, 'new']]);
});

test('untold are the articles after the cursor that say something, and the story keeps all of its articles', () => {
  const articles = [
    kept(4),
    kept(6, { verdict: 'repeat' }),
    kept(7, { verdict: 'update' }),
    kept(9, { verdict: 'contradicts' }),
  ];

  const [chosen] = chooseStories([story('s1', articles, 5)], keptAtMs);

  expect(chosen?.untold.map(({ sequence }) => sequence)).toEqual([7, 9]);
  expect(chosen?.articles).toEqual(articles);
});

test('a controlling document stands above any number of outlets that rewrite it', () => {
  const outlets = Array.from({ length: 40 }, (_, index) => kept(index + 1, { publisher: `Outlet ${index}` }));

  expect(order(story('rewrites', outlets), story('document', [kept(50, { tier: 'primary' })]))).toEqual([
    'document',
    'rewrites',
  ]);
});

test('reporting stands above commentary', () => {
  const [comment, wire] = [kept(1, { tier: 'commentary' }), kept(2)];

  expect(order(story('comment', [comment]), story('wire', [wire]))).toEqual(['wire', 'comment']);
});

test('a new story stands above an update, and a contradiction above both', () => {
  const update = story('update', [kept(1), kept(5, { verdict: 'update' })], 4);
  const contradiction = story('contradiction', [kept(2), kept(6, { verdict: 'contradicts' })], 4);

  expect(order(update, story('new', [kept(7)], 4), contradiction)).toEqual([
    'contradiction',
    'new',
    'update',
  ]);
});

test('a story that several outlets report stands above one of a single outlet, however often it reports', () => {
  const outlets = [kept(1), kept(2, { publisher: 'Strait Post' }), kept(3, { publisher: 'Basin News' })];
  const single = [kept(4), kept(5), kept(6), kept(7)];

  expect(order(story('single', single), story('several', outlets))).toEqual(['several', 'single']);
});

test('of two stories alike the more recent and the more relevant stand first', () => {
  const old = story('a-old', [kept(1, { on: '2024-02-20' })]);
  const recent = story('b-recent', [kept(2)]);
  const relevant = story('c-relevant', [kept(3, { relevance: 1 })]);

  expect(order(old, recent, relevant)).toEqual(['c-relevant', 'b-recent', 'a-old']);
});

test('an undated article counts as of the moment it was kept', () => {
  const undated = story('undated', [kept(1, { on: '', keptAtMs: keptAtMs })]);
  const dated = story('dated', [kept(2, { on: '2024-03-02' })]);

  expect(order(dated, undated)).toEqual(['undated', 'dated']);
});

test('a date in the future gains nothing over the present', () => {
  const future = story('b-future', [kept(1, { on: '2031-01-01' })]);
  const present = story('a-present', [kept(2, { on: '2024-03-05' })]);

  const chosen = chooseStories([future, present], Date.parse('2024-03-05'));

  expect(chosen.map(({ storyId }) => storyId)).toEqual(['a-present', 'b-future']);
});

test('the order follows from the stories and the moment, not from how they came; equals go by their id', () => {
  const stories = ['s3', 's1', 's4', 's2'].map((id, index) => story(id, [kept(index + 1)]));

  expect(order(...stories)).toEqual(['s1', 's2', 's3', 's4']);
  expect(order(...stories.toReversed())).toEqual(['s1', 's2', 's3', 's4']);
  const late = chooseStories(stories, keptAtMs + 90 * dayMs).map(({ storyId }) => storyId);
  expect(late).toEqual(['s1', 's2', 's3', 's4']);
});
