import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../adapters/store/open-store.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { StoreError } from '../../../adapters/store/store-error.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { probeOf } from './sample-probe.ts';
import { decisionOf, sourceOf } from './samples.ts';
import { answersOfOneLife, answersOfPeople, answersOfWatching } from './store-answers.ts';
import { temporaryFolder } from './stores-under-test.ts';

async function openAt(path: string): Promise<Store> {
  const store = await openStore({ path });
  onTestFinished(() => store.close());
  return store;
}

/** The rejection of an opening that must fail. */
async function problemOfOpening(path: string): Promise<StoreError> {
  const failure: unknown = await openStore({ path }).then(
    () => new Error('It was opened.'),
    (error: unknown) => error,
  );
  if (!(failure instanceof StoreError)) throw failure;
  return failure;
}

test('every method answers across the threads what the store in memory answers', async () => {
  const store = await openAt(join(temporaryFolder(), 'deep', 'folder', 'wirewatch.db'));

  const fake = inMemoryStore();

  // The fake answers `undefined` where a method has no answer, and so does structured clone.
  expect(await answersOfOneLife(store)).toEqual(await answersOfOneLife(fake));
  expect(await answersOfWatching(store)).toEqual(await answersOfWatching(fake));
  expect(await answersOfPeople(store)).toEqual(await answersOfPeople(fake));
});

test('what was kept is there after closing and opening again', async () => {
  const path = join(temporaryFolder(), 'wirewatch.db');
  const first = await openStore({ path });
  await first.articles.keep(decisionOf('a'));
  await first.close();
  await first.close();

  const second = await openAt(path);

  expect(await second.articles.list({ kinds: [], sinceMs: 0, limit: 10 })).toHaveLength(1);
  await expect(first.articles.list({ kinds: [], sinceMs: 0, limit: 10 })).rejects.toThrow(
    'The store is closed.',
  );
});

test('two stores on one file see what each other writes, and a claim goes to one of them', async () => {
  const path = join(temporaryFolder(), 'wirewatch.db');
  const [one, two] = await Promise.all([openAt(path), openAt(path)]);
  await one.sources.register(
    Array.from({ length: 20 }, (_, index) => sourceOf(`s${index}`)),
    0,
  );
  await two.articles.keep(decisionOf('a'));

  const claimed = await Promise.all(
    [one, two, one, two].map((store) => store.sources.claim({ nowMs: 1, leaseMs: 100, dueOnly: true })),
  );

  expect((await two.sources.list()).length).toBe(20);
  expect((await one.articles.candidates(probeOf())).corpusVersion).toBe(1);
  expect(claimed.map((states) => states.length).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 20]);
});

test('of two decisions on one corpus by two stores, one is kept and one is stale', async () => {
  const path = join(temporaryFolder(), 'wirewatch.db');
  const [one, two] = [await openAt(path), await openAt(path)];

  const outcomes = await Promise.all([
    one.articles.keep(decisionOf('a', { corpusVersion: 0 })),
    two.articles.keep(decisionOf('b', { corpusVersion: 0 })),
  ]);

  expect(outcomes.map((outcome) => outcome.kind).toSorted()).toEqual(['kept', 'stale']);
});

test('an error of a port is a sentence, and the store goes on', async () => {
  const store = await openAt(join(temporaryFolder(), 'wirewatch.db'));

  const failure = store.deliveries.record('nothing', 1, {
    kind: 'dead',
    problem: 'Gone.',
    atMs: 1,
    targetIsGone: false,
  });

  await expect(failure).rejects.toThrow(new StoreError('There is no delivery with the key nothing.'));
  expect(await store.sources.list()).toEqual([]);
});

test('a file that is no database is refused and left as it is', async () => {
  const path = join(temporaryFolder(), 'wirewatch.db');
  const text = 'These are notes of somebody, and no database. '.repeat(50);
  writeFileSync(path, text);

  expect((await problemOfOpening(path)).message).toBe(
    `The file ${path} is not a database. Move it away, or use another data folder.`,
  );
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('a database that lost its end is refused as damaged', async () => {
  const path = join(temporaryFolder(), 'wirewatch.db');
  await (await openStore({ path })).close();
  truncateSync(path, 20_000);

  expect((await problemOfOpening(path)).message).toContain(`The database ${path} is damaged.`);
});

test('a folder in the place of the database is refused', async () => {
  const path = join(temporaryFolder(), 'wirewatch.db');
  mkdirSync(path);

  expect((await problemOfOpening(path)).message).toContain(`The database ${path} cannot be opened.`);
});

test('a file in the place of the folder is refused', async () => {
  const folder = join(temporaryFolder(), 'data');
  writeFileSync(folder, '');

  expect((await problemOfOpening(join(folder, 'wirewatch.db'))).message).toContain(
    'is a file. Name a folder.',
  );
});
