import { expect, test } from 'vitest';
import { type PollTools, pollSource } from '../../../src/collect/poll-source.ts';
import type { FeedReading } from '../../../src/domain/entry.ts';
import type { SourceState } from '../../../src/domain/source.ts';
import type { HttpOutcome } from '../../../src/ports/http-client.ts';
import { entryOf, sourceOf } from '../../contract/store/samples.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { okOutcome, ScriptedHttp } from '../../fakes/scripted-http.ts';

const hourMs = 3_600_000;
const limits = { pollEveryMs: hourMs, feedMaxBytes: 1000, requestTimeoutMs: 2000 };
const source = sourceOf('wire');
const noValidators = { etag: null, lastModified: null };
const twoEntries: FeedReading = {
  kind: 'read',
  title: 'Wire',
  lang: 'en',
  entries: [entryOf('a'), entryOf('b')],
  dropped: ['An entry has no title.'],
};

/** A store with one source that is due, an HTTP client that gives `outcome`, and a parser that gives `reading`. */
async function scene(outcome: HttpOutcome, reading: FeedReading | Error = twoEntries) {
  const store = inMemoryStore();
  await store.sources.register([source], 0);
  const http = new ScriptedHttp({ [source.url]: outcome });
  const clock = new FixedClock(10_000);
  const parse = async () => {
    if (reading instanceof Error) throw reading;
    return reading;
  };
  const tools: PollTools = { http, feedParser: { parse }, sources: store.sources, clock };
  async function poll() {
    const [state] = await store.sources.claim({ nowMs: clock.nowMs(), leaseMs: 1000, dueOnly: false });
    if (!state) throw new Error('No source is due.');
    return pollSource(state, tools, limits);
  }
  async function stateAfter(): Promise<SourceState | undefined> {
    return (await store.sources.list())[0];
  }
  return { store, http, clock, poll, stateAfter };
}

test('keeps new entries and validators, and names what was dropped', async () => {
  const validators = { etag: '"1"', lastModified: 'Thu, 16 May 2019 09:00:00 GMT' };
  const { poll, stateAfter, store } = await scene(okOutcome('feed', { validators }));

  const report = await poll();

  expect(report).toEqual({
    sourceId: 'wire',
    problem: null,
    newEntries: 2,
    dropped: ['An entry has no title.'],
  });
  expect(await stateAfter()).toMatchObject({
    validators,
    health: { consecutiveFailures: 0, lastSucceededAtMs: 10_000, nextPollAtMs: 10_000 + hourMs },
  });
  expect(await store.entries.claim({ nowMs: 10_000, leaseMs: 1, limit: 9 })).toHaveLength(2);
});

test('asks with the validators of the last answer, within the limits', async () => {
  const validators = { etag: 'W/"x"', lastModified: null };
  const { poll, http } = await scene(okOutcome('feed', { validators }));

  await poll();
  await poll();

  expect(http.requests.map((request) => request.validators)).toEqual([noValidators, validators]);
  expect(http.requests[0]).toMatchObject({ url: source.url, maxBytes: 1000, timeoutMs: 2000 });
});

test('an entry that is known does not count again', async () => {
  const { poll } = await scene(okOutcome('feed'));

  const reports = [await poll(), await poll()];

  expect(reports.map(({ newEntries }) => newEntries)).toEqual([2, 0]);
});

test('an unchanged feed is a success that keeps the validators', async () => {
  const validators = { etag: '"1"', lastModified: null };
  const { poll, http, stateAfter } = await scene(okOutcome('feed', { validators }));
  await poll();
  http.answer(source.url, { kind: 'not_modified', freshForMs: 3 * hourMs });

  const report = await poll();

  expect(report).toMatchObject({ problem: null, newEntries: 0 });
  expect(await stateAfter()).toMatchObject({
    validators,
    health: { consecutiveFailures: 0, nextPollAtMs: 10_000 + 3 * hourMs },
  });
});

test.each<[string, HttpOutcome, number]>([
  ['a failure', { kind: 'failed', problem: 'It timed out.', retryAfterMs: null }, hourMs],
  [
    'a failure with Retry-After',
    { kind: 'failed', problem: 'It timed out.', retryAfterMs: 5 * hourMs },
    5 * hourMs,
  ],
  ['a refusal', { kind: 'refused', problem: 'It timed out.', status: 404 }, hourMs],
])('%s is recorded with its sentence and keeps the validators', async (_, outcome, waitMs) => {
  const validators = { etag: '"1"', lastModified: null };
  const { poll, http, stateAfter } = await scene(okOutcome('feed', { validators }));
  await poll();
  http.answer(source.url, outcome);

  const report = await poll();

  expect(report).toMatchObject({ problem: 'It timed out.', newEntries: 0 });
  expect(await stateAfter()).toMatchObject({
    validators,
    health: { consecutiveFailures: 1, lastProblem: 'It timed out.', nextPollAtMs: 10_000 + waitMs },
  });
});

test('failures double the wait and a success ends them', async () => {
  const { poll, http, stateAfter } = await scene({ kind: 'failed', problem: 'Down.', retryAfterMs: null });
  await poll();
  await poll();
  await poll();
  const failing = await stateAfter();
  http.answer(source.url, okOutcome('feed'));
  await poll();

  expect(failing?.health).toMatchObject({ consecutiveFailures: 3, nextPollAtMs: 10_000 + 4 * hourMs });
  expect((await stateAfter())?.health).toMatchObject({ consecutiveFailures: 0, lastProblem: null });
});

test.each<[string, FeedReading | Error, string]>([
  ['an unreadable feed', { kind: 'unreadable', reason: 'It is no feed.' }, 'It is no feed.'],
  [
    'a parser that fails',
    new Error('Out of time.'),
    'The feed of Source wire could not be read: Out of time.',
  ],
])('%s is a failure whose validators are not kept', async (_, reading, problem) => {
  const { poll, stateAfter } = await scene(
    okOutcome('feed', { validators: { etag: '"broken"', lastModified: null } }),
    reading,
  );

  const report = await poll();

  expect(report).toMatchObject({ problem, newEntries: 0, dropped: [] });
  expect(await stateAfter()).toMatchObject({
    validators: noValidators,
    health: { consecutiveFailures: 1, lastProblem: problem },
  });
});
