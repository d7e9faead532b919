import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../adapters/store/open-database.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { findToldUpdates } from '../../../adapters/store/told-updates.ts';
import { findTroubled } from '../../../adapters/store/troubled.ts';
import { plansOf } from './query-plans.ts';
import { updateOf } from './sample-update.ts';
import { auditOf, channelOf, channelSettingsOf } from './samples.ts';
import { temporaryFolder } from './stores-under-test.ts';
import { makeVersion5Database } from './version-5-database.ts';

const ref = channelOf('C1');
const inTokyo = channelSettingsOf({ zone: 'Asia/Tokyo' });

async function openMigrated(): Promise<{ readonly store: Store; readonly path: string }> {
  const at = { path: join(temporaryFolder(), 'wirewatch.db'), busyTimeoutMs: 1_000 };
  await makeVersion5Database(at);
  const store = await openDatabase(at);
  onTestFinished(() => store.close());
  return { store, path: at.path };
}

test('a channel stays listed as it was set, and speaks English', async () => {
  const { store } = await openMigrated();

  expect(await store.channels.list()).toMatchObject([{ ref, settings: inTokyo, setUpAtMs: 100 }]);
});

test('a language that a command sets stays when the same configuration is read again', async () => {
  const { store } = await openMigrated();
  const german = channelSettingsOf({ zone: 'Asia/Tokyo', language: 'de' });
  await store.channels.change(ref, german, auditOf('settings', { before: JSON.stringify(inTokyo) }));
  await store.channels.configure({ ref, settings: channelSettingsOf() }, 10_000);

  expect((await store.channels.list())[0]?.settings).toEqual(german);
});

test('a hit that was told does not say in which message', async () => {
  const { store } = await openMigrated();

  expect(await store.watches.hits({ watchId: 'w1', sinceMs: 0 })).toMatchObject([
    { sequence: 1, state: 'told', deliveryKey: null },
  ]);
});

test('an update that was told is found, without the revision that came with it', async () => {
  const { store } = await openMigrated();
  const { document } = updateOf('told', 's1');

  expect(await store.postings.toldSince(ref, 0)).toEqual([
    { document, decidedAtMs: 9_000, permalink: 'https://chat.example/told' },
  ]);
});

test('what was given up is a trouble, and what somebody discarded is none', async () => {
  const { store } = await openMigrated();

  expect(
    (await store.deliveries.troubled(0)).map(({ delivery, lastPostedSequence }) => [
      delivery.key,
      lastPostedSequence,
    ]),
  ).toEqual([['lost', 2]]);
});

test('told updates are read from the index of just those', async () => {
  const { path } = await openMigrated();

  expect(await plansOf(path, (trx) => findToldUpdates(trx, ref, 0))).toEqual([
    expect.stringContaining('SEARCH deliveries USING INDEX deliveries_of_updates'),
  ]);
});

test('troubles are read from the indexes of given up and held ones, and from the end of their channel', async () => {
  const { path } = await openMigrated();

  expect(await plansOf(path, (trx) => findTroubled(trx, 0))).toEqual([
    expect.stringContaining('SEARCH deliveries USING INDEX deliveries_dead'),
    expect.stringContaining('SCAN deliveries USING INDEX deliveries_held'),
    expect.stringMatching(
      /SEARCH deliveries USING INDEX \S+ \(platform=\? AND workspace_id=\? AND channel_id=\? AND sequence<\?\)/,
    ),
  ]);
});
