import { expect, test } from 'vitest';
import { createWorkTracker } from '../../../src/domain/track-work.ts';

test('work that fails is told, and holds up nothing', async () => {
  const failures: string[][] = [];
  const work = createWorkTracker((what, problem) => failures.push([what, problem]));
  const held = Promise.withResolvers<void>();
  void work.run('one', () => Promise.reject(new Error('broken')));
  void work.run('two', () => held.promise);
  let isIdle = false;
  const idle = work.idle().then(() => {
    isIdle = true;
  });

  await Promise.resolve();
  expect(isIdle).toBe(false);
  held.resolve();
  await idle;

  expect(failures).toEqual([['one', 'broken']]);
});

test('work that is begun by other work is waited for', async () => {
  const work = createWorkTracker(() => {});
  const done: string[] = [];
  void work.run('outer', async () => {
    await Promise.resolve();
    void work.run('inner', async () => {
      await Promise.resolve();
      done.push('inner');
    });
  });

  await work.idle();

  expect(done).toEqual(['inner']);
});
