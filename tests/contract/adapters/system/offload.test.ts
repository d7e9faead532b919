import { afterAll, expect, test } from 'vitest';
import { createOffload, OffloadTimeoutError } from '../../../../adapters/system/offload.ts';

const tasks = new URL('../../../fixtures/tasks/sample-tasks.ts', import.meta.url);
const offload = createOffload({ maxThreads: 2 });
afterAll(() => offload.stop());

interface Doubled {
  readonly doubled: number;
  readonly isMainThread: boolean;
}

test('runs an exported function of a TypeScript module in a worker thread', async () => {
  const double = offload.task<{ number: number }, Doubled>(tasks, 'double', 5000);

  const answer = await double({ number: 21 });

  expect(answer).toEqual({ doubled: 42, isMainThread: false });
});

test('rejects with what the function threw', async () => {
  const fail = offload.task<string, never>(tasks, 'fail', 5000);

  await expect(fail('this')).rejects.toThrow('no good: this');
});

test('ends a task at its deadline, and loses no other by it', async () => {
  const neverEnd = offload.task<null, never>(tasks, 'neverEnd', 300);
  const double = offload.task<{ number: number }, Doubled>(tasks, 'double', 5000);

  const [stuck, ...others] = await Promise.allSettled([
    neverEnd(null),
    ...[1, 2, 3, 4].map((number) => double({ number })),
  ]);

  expect(stuck.status === 'rejected' && stuck.reason).toBeInstanceOf(OffloadTimeoutError);
  expect(stuck.status === 'rejected' && String(stuck.reason)).toContain('neverEnd');
  expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
});

test('counts the deadline from the moment a thread is free', async () => {
  const narrow = createOffload({ maxThreads: 1 });
  const neverEnd = narrow.task<null, never>(tasks, 'neverEnd', 800);
  const double = narrow.task<{ number: number }, Doubled>(tasks, 'double', 700);

  const [stuck, waited] = await Promise.allSettled([neverEnd(null), double({ number: 1 })]);
  await narrow.stop();

  expect([stuck.status, waited.status]).toEqual(['rejected', 'fulfilled']);
});

test('a thread that dies costs its own task only', async () => {
  const endThread = offload.task<null, never>(tasks, 'endThread', 5000);
  const double = offload.task<{ number: number }, Doubled>(tasks, 'double', 5000);

  const [dead, ...others] = await Promise.allSettled([
    endThread(null),
    ...[1, 2, 3].map((number) => double({ number })),
  ]);

  expect(dead.status).toBe('rejected');
  expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
});

test('gives workers no environment, where the tokens are', async () => {
  const environmentNames = offload.task<null, readonly string[]>(tasks, 'environmentNames', 5000);

  expect(await environmentNames(null)).toEqual([]);
});

test('rejects what is asked of it after it was stopped', async () => {
  const stopped = createOffload({ maxThreads: 1 });
  await stopped.stop();

  const double = stopped.task<{ number: number }, Doubled>(tasks, 'double', 5000);

  await expect(double({ number: 1 })).rejects.toThrow('were stopped');
});
