import { expect, test } from 'vitest';
import { createKept } from '../../../../../adapters/discord/keep.ts';
import { FixedClock } from '../../../../fakes/fixed-clock.ts';

const clock = new FixedClock(0);

test('more than are kept push out the one that was set first', () => {
  const kept = createKept<number>({ keepMs: 1_000, mostKept: 2, clock });
  for (const [index, key] of ['a', 'b', 'a', 'c'].entries()) kept.set(key, index);

  expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual([2, undefined, 3]);
});

test('what could not be found out is found out anew', async () => {
  const kept = createKept<number>({ keepMs: 1_000, mostKept: 2, clock });
  const failing = kept.getOr('a', () => Promise.reject(new Error('Not now')));

  await expect(failing).rejects.toThrow('Not now');
  expect(await kept.getOr('a', async () => ({ value: 7, isKept: true }))).toBe(7);
});
