import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../adapters/store/open-store.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { StoreError } from '../../../adapters/store/store-error.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { probeOf } from './sample-probe.ts';
import {
  alertOf,
  auditOf,
  channelOf,
  channelSettingsOf,
  decisionOf,
  digestOf,
  entryOf,
  hitOf,
  messageOf,
  pollOf,
  postingOf,
  sourceOf,
  storyDecisionOf,
  watchOf,
} from './samples.ts';
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

async function answersOfOneLife(store: Store): Promise<readonly unknown[]> {
  const { articles, channels, deliveries, digests, entries, sentences, sources } = store;
  const claim = { nowMs: 10_000, leaseMs: 100 };
  const ref = channelOf('C1');
  const report = storyDecisionOf('a', 's1', { entryId: 1, corpusVersion: 0 });
  return [
    await sources.register([sourceOf('a')], 0),
    await sources.claim({ ...claim, dueOnly: true }),
    await sources.recordPoll(pollOf('a', { entries: [entryOf('1'), entryOf('2'), entryOf('3')] })),
    await sources.list(),
    await entries.claim({ ...claim, limit: 10 }),
    await entries.dismiss(2, 'Off topic.'),
    await entries.postpone(3, 11_000, 'It timed out.'),
    await channels.configure({ ref, settings: channelSettingsOf() }, 7_000),
    await channels.change(ref, channelSettingsOf({ zone: 'Asia/Tokyo' }), auditOf('settings')),
    await articles.candidates(probeOf({ tokens: ['first'] })),
    await articles.keep(report),
    await articles.list({ kinds: [], sinceMs: 0, limit: 10 }),
    await articles.find('a'),
    await entries.remark('https://news.example/1'),
    await articles.candidates(probeOf({ tokens: ['first'] })),
    (await sentences.search({ tokens: ['second'], limit: 5 })).hits.map((hit) => hit.article),
    await digests.untold(ref, { all: false }),
    await digests.commit(digestOf(ref, { toldUpTo: 1, messages: [messageOf('m'), messageOf('n', 'm')] })),
    await digests.archive(ref, 5),
    await channels.list(),
    await deliveries.nextDueAtMs(10_000),
    await deliveries.claimNext(claim),
    await deliveries.record('m', 1, {
      kind: 'posted',
      messageId: '1.1',
      permalink: null,
      atMs: 10_001,
      nextAtMs: 10_001,
    }),
    await deliveries.claimNext({ ...claim, nowMs: 10_002 }),
    await deliveries.record('n', 1, {
      kind: 'postponed',
      retryAtMs: 10_003,
      problem: 'It timed out.',
      countsAttempt: true,
    }),
    await deliveries.claimNext({ ...claim, nowMs: 10_003 }),
    await deliveries.record('n', 2, { kind: 'dead', problem: 'It was refused.', atMs: 20_001 }),
    await deliveries.release(20_000),
    await deliveries.list({ limit: 10 }),
  ];
}

/** The rest of the ports, on a store that had `answersOfOneLife`. */
async function answersOfWatching(store: Store): Promise<readonly unknown[]> {
  const { alerts, articles, audit, claims, desk, follows, matches, postings, watches } = store;
  const ref = channelOf('C1');
  const hit = hitOf('w1', 1);
  const subject = { kind: 'story', id: 's1' } as const;
  const follow = { kind: 'follow', channel: ref, subject, personId: 'U1' } as const;
  const update = { channel: ref, storyId: 's1', toldUpToBefore: 1, toldUpTo: 2, decidedAtMs: 9_000 };
  return [
    await watches.save(watchOf('w1'), auditOf('watch add')),
    await watches.list(),
    await matches.unmatched(10),
    await matches.commit({ cursor: 0, upTo: 1, hits: [hit] }),
    await alerts.pending(),
    await alerts.commit(alertOf(ref, { told: [hit], postings: [postingOf(ref, 's1')] })),
    await watches.hits({ watchId: null, sinceMs: 0 }),
    await watches.report('w1', messageOf('report', null, { hold: { kind: 'approval' } }), 9_000),
    await watches.remove('w1', auditOf('watch remove')),
    await articles.keep(storyDecisionOf('later', 's1')),
    await postings.moved({ postedSinceMs: 0 }),
    await postings.commit({ ...update, messages: [] }),
    await follows.add({ ...follow, atMs: 8_000 }, auditOf('follow')),
    await follows.list(),
    await follows.remove(follow, auditOf('follow')),
    await desk.approve('report', auditOf('deliveries approve')),
    await desk.discard('report', auditOf('deliveries discard')),
    await desk.retry('n', auditOf('deliveries retry')),
    await audit.list({ platform: 'slack', workspaceId: 'T1', limit: 20 }),
    await claims.releaseAll(10_000),
  ];
}

test('every method answers across the threads what the store in memory answers', async () => {
  const store = await openAt(join(temporaryFolder(), 'deep', 'folder', 'wirewatch.db'));

  const fake = inMemoryStore();

  // The fake answers `undefined` where a method has no answer, and so does structured clone.
  expect(await answersOfOneLife(store)).toEqual(await answersOfOneLife(fake));
  expect(await answersOfWatching(store)).toEqual(await answersOfWatching(fake));
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

  const failure = store.deliveries.record('nothing', 1, { kind: 'dead', problem: 'Gone.', atMs: 1 });

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
