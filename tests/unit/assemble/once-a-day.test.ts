import { expect, test } from 'vitest';
import { onceADay } from '../../../src/assemble/once-a-day.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';

test('a task runs once a day, and again after one that failed', async () => {
  const clock = new FixedClock('2026-11-10T09:00:00Z');
  const outcomes = ['fails', 'done', 'done'];
  const daily = onceADay(clock, async () => {
    if (outcomes.shift() === 'fails') throw new Error('not now');
  });

  await expect(daily()).rejects.toThrow('not now');
  await daily();
  await daily();
  const leftToday = outcomes.length;
  clock.set('2026-11-11T00:00:00Z');
  await daily();

  expect([leftToday, outcomes.length]).toEqual([1, 0]);
});
