import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../adapters/store/open-database.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { auditOf, channelOf, channelSettingsOf, hitOf, storyDecisionOf, watchOf } from './samples.ts';
import { temporaryFolder } from './stores-under-test.ts';
import { makeVersion3Database, messages, notice, storyItem } from './version-3-database.ts';

const ref = channelOf('C1');
const settings = channelSettingsOf({ plan: { kind: 'cron', cron: '0 8 * * 1-5' }, zone: 'Europe/Berlin' });

async function openMigrated(): Promise<Store> {
  const at = { path: join(temporaryFolder(), 'wirewatch.db'), busyTimeoutMs: 1_000 };
  await makeVersion3Database(at);
  const store = await openDatabase(at);
  onTestFinished(() => store.close());
  return store;
}

test('a channel keeps its cron, zone and cap as settings, and where it stands', async () => {
  const store = await openMigrated();

  expect(await store.channels.list()).toEqual([
    {
      ref,
      settings,
      setUpAtMs: 100,
      toldUpTo: 7,
      lastSlotMs: 8_000,
      silenceToldAtMs: null,
      lastPostedAtMs: 9_000,
    },
  ]);
});

test('what the configuration said counts as configured: the same again changes nothing', async () => {
  const store = await openMigrated();
  const inTokyo = { ...settings, zone: 'Asia/Tokyo' };
  await store.channels.change(ref, inTokyo, auditOf('settings', { atMs: 9_500 }));
  await store.channels.configure({ ref, settings }, 10_000);

  expect((await store.channels.list())[0]?.settings).toEqual(inTokyo);
});

test('deliveries keep everything, and story items say that nobody revised them', async () => {
  const store = await openMigrated();
  const added = { revises: null, mentions: [], hold: null, permalink: null, channel: ref };

  expect(await store.deliveries.list({ limit: 10 })).toEqual([
    {
      ...added,
      key: 'next',
      sequence: 3,
      document: notice,
      threadOf: null,
      state: 'owed',
      attempts: 0,
      messageId: null,
      lastProblem: null,
    },
    {
      ...added,
      key: 'item',
      sequence: 2,
      document: { ...storyItem, revised: null },
      threadOf: 'head',
      state: 'sending',
      attempts: 2,
      messageId: null,
      lastProblem: 'It timed out.',
    },
    {
      ...added,
      key: 'head',
      sequence: 1,
      document: notice,
      threadOf: null,
      state: 'posted',
      attempts: 1,
      messageId: 'm1',
      lastProblem: null,
    },
  ]);
});

test('sending goes on where it stood: a doubt stays a doubt, and the next message waits for it', async () => {
  const store = await openMigrated();
  const posted = { kind: 'posted', messageId: 'm2', permalink: null, atMs: 9_500, nextAtMs: 9_500 } as const;

  expect(await store.deliveries.claimNext({ nowMs: 9_499, leaseMs: 100 })).toBeNull();
  expect(await store.deliveries.claimNext({ nowMs: 9_500, leaseMs: 100 })).toMatchObject({
    delivery: { key: 'item', attempts: 3 },
    mayBePosted: true,
    threadMessageId: 'm1',
  });
  await store.deliveries.record('item', 3, posted);
  expect(await store.deliveries.claimNext({ nowMs: 9_500, leaseMs: 100 })).toMatchObject({
    delivery: { key: 'next' },
    mayBePosted: false,
  });
});

test('the archive keeps its digests, with messages as they are owed now', async () => {
  const store = await openMigrated();
  const added = { revises: null, mentions: [], hold: null };

  expect(await store.digests.archive(ref, 10)).toEqual([
    {
      key: 'head',
      slotMs: 8_000,
      decidedAtMs: 9_000,
      messages: [
        { ...messages[0], ...added },
        { ...messages[1], ...added, document: { ...storyItem, revised: null } },
      ],
      permalink: null,
    },
  ]);
});

test('what was kept before there were watches is not matched, and what comes then is', async () => {
  const store = await openMigrated();
  expect(await store.matches.unmatched(10)).toEqual({ cursor: 1, upTo: 1, articles: [] });
  await store.watches.save(watchOf('w1'), auditOf('watch add'));
  await store.articles.keep(storyDecisionOf('b', 's2'));

  const { cursor, upTo, articles: unmatched } = await store.matches.unmatched(10);

  expect(unmatched.map(({ article }) => article.id)).toEqual(['b']);
  expect(await store.matches.commit({ cursor, upTo, hits: [hitOf('w1', 2)] })).toBe('committed');
});
