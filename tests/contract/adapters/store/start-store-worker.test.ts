import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { type StoreWorker, startStoreWorker } from '../../../../adapters/store/start-store-worker.ts';
import { StoreError } from '../../../../adapters/store/store-error.ts';

const longMs = 60_000;

async function startStub(): Promise<StoreWorker> {
  const filename = fileURLToPath(new URL('./stub-worker.ts', import.meta.url));
  const worker = startStoreWorker(filename, { path: 'unused', busyTimeoutMs: 0 });
  onTestFinished(() => worker.stop(longMs));
  await threadOf(worker);
  return worker;
}

async function threadOf(worker: StoreWorker): Promise<unknown> {
  const answer = await worker.ask({ port: 'stub', method: 'answer', args: [] }, longMs);
  return typeof answer === 'object' && answer !== null && Reflect.get(answer, 'threadId');
}

test('calls cross to one thread and come back', async () => {
  const worker = await startStub();

  const answer = await worker.ask({ port: 'stub', method: 'answer', args: ['ü', { a: null }] }, longMs);

  expect(answer).toEqual({ threadId: await threadOf(worker), args: ['ü', { a: null }] });
});

test('a call that misses its deadline is rejected with a sentence, and a new thread serves the next', async () => {
  const worker = await startStub();
  const before = await threadOf(worker);

  const failure = worker.ask({ port: 'stub', method: 'hang', args: [] }, 5);

  await expect(failure).rejects.toThrow(
    new StoreError(
      'The store did not finish stub.hang within 5 ms; whether it was done is not known. Try again.',
    ),
  );
  expect(await threadOf(worker)).not.toBe(before);
});

test('a call that waits behind a stuck one is served by the next thread', async () => {
  const worker = await startStub();
  const stuck = worker.ask({ port: 'stub', method: 'hang', args: [] }, 5);
  const waiting = threadOf(worker);

  await expect(stuck).rejects.toBeInstanceOf(StoreError);
  expect(await waiting).toEqual(expect.any(Number));
});

test('a thread that ends during a call rejects it with a sentence', async () => {
  const worker = await startStub();

  await expect(worker.ask({ port: 'stub', method: 'exit', args: [] }, longMs)).rejects.toThrow(
    new StoreError("The store's thread ended during stub.exit; whether it was done is not known. Try again."),
  );
  expect(await threadOf(worker)).toEqual(expect.any(Number));
});

test('a problem of the thread is an error with that sentence, and its trace is the cause', async () => {
  const worker = await startStub();

  const failure: unknown = await worker
    .ask({ port: 'stub', method: 'fail', args: [] }, longMs)
    .catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(StoreError);
  expect(failure).toMatchObject({ message: 'It is broken.', cause: new Error('at line 1') });
});

test('a stopped worker takes no calls', async () => {
  const worker = await startStub();
  await worker.stop(longMs);

  await expect(threadOf(worker)).rejects.toThrow('The store is closed.');
});
