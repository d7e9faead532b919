import { expect, test } from 'vitest';
import { findHeadline } from '../../../src/domain/find-headline.ts';

const stories = [
  { storyId: 's2', titles: ['Norway bars ZTE from its network', 'Oslo shuts ZTE out'] },
  { storyId: 's1', titles: ['Norway asks Huawei for papers'] },
];

test.each([
  ['s1', 's1'],
  [' s2 ', 's2'],
  ['norway huawei', 's1'],
  ['Oslo', 's2'],
  ['norway', 's2'],
])('%j is found', (words, storyId) => {
  expect(findHeadline(words, stories)?.storyId).toBe(storyId);
});

test.each(['', 'the of', 'gallium', 's9'])('%j is found nowhere', (words) => {
  expect(findHeadline(words, stories)).toBeNull();
});
