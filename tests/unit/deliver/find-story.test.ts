import { expect, test } from 'vitest';
import { findStory } from '../../../src/deliver/find-story.ts';
import { kept, story } from './kept-story.ts';

const tariffs = story('s1', [kept(1, { title: 'Tariffs on steel are raised' })]);
const chips = story('s2', [
  kept(2, { title: 'License for chips is revoked' }),
  kept(3, { title: 'Intel and Qualcomm lose chips license' }),
]);
const stories = [tariffs, chips];

test.each([
  ['its id', ' s1 ', 's1'],
  ['most of its words, over all its headlines', 'steel chips license Qualcomm', 's2'],
  ['a word in another form', 'tariff', 's1'],
])('a story is found by %s', (_, words, storyId) => {
  expect(findStory(words, stories)?.storyId).toBe(storyId);
});

test('the first of two stories that fit equally is taken', () => {
  expect(findStory('steel chips', stories)?.storyId).toBe('s1');
});

test.each(['zeppelin', '', 's3'])('no story is found by "%s"', (words) => {
  expect(findStory(words, stories)).toBeNull();
});
