import { expect, test } from 'vitest';
import { inTime } from '../../../src/domain/in-time.ts';
import { HeldWaits } from '../../fakes/held-waits.ts';

test('work that is done in time brings what it brings, and ends the wait', async () => {
  const waits = new HeldWaits();

  expect(await inTime(Promise.resolve(7), 2_000, waits.wait)).toEqual({ kind: 'done', value: 7 });
  expect(waits.asked).toEqual([2_000]);
  expect(waits.held).toEqual([]);
});

test('work that fails in time fails, and ends the wait', async () => {
  const waits = new HeldWaits();

  await expect(inTime(Promise.reject(new Error('broken')), 2_000, waits.wait)).rejects.toThrow('broken');
  expect(waits.held).toEqual([]);
});

test('work that takes longer is late, and goes on', async () => {
  const waits = new HeldWaits();
  const work = Promise.withResolvers<string>();

  const outcome = inTime(work.promise, 2_000, waits.wait);
  waits.release(2_000);

  expect(await outcome).toEqual({ kind: 'late' });
  work.resolve('in the end');
  expect(await work.promise).toBe('in the end');
});
