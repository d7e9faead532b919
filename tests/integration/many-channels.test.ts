import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import type { Store } from '../../adapters/store/store.ts';
import { type FakePlatform, startFakePlatform } from '../fakes/fake-platform.ts';
import { createFakePlatformPublisher } from '../fakes/fake-platform-publisher.ts';
import { clockFromDue, deliverDue, setUpDueChannels } from './month/due-channels.ts';
import { problemsBetween } from './month/month-problems.ts';

const channels = 500;
/** Each is an item in the thread of the channel's digest. */
const stories = 2;

test('500 channels due in the same minute are all posted to, in order and within the limits', async () => {
  const store = await emptyStore();
  const platform = await openPlatform();
  const clock = clockFromDue();
  const publisher = createFakePlatformPublisher({ url: platform.url, platform: 'slack', clock });
  onTestFinished(() => publisher.stop());
  await setUpDueChannels(store, { channels, stories });

  const report = await deliverDue(store, publisher, clock);

  const deliveries = await store.deliveries.list({ limit: Number.MAX_SAFE_INTEGER });
  const textOf = (document: object) => JSON.stringify(document);
  const standing = platform.messages.map((message) => ({ ...message, text: textOf(message.document) }));
  expect(report).toEqual({ posted: channels * (1 + stories), postponed: 0, dead: 0 });
  expect(new Set(platform.messages.map(({ channelId }) => channelId)).size).toBe(channels);
  expect(problemsBetween(deliveries, standing, { textOf })).toEqual([]);
  expect(platform.limited, 'answers of 429').toBe(0);
});

async function emptyStore(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'wirewatch-channels-'));
  const store = await openStore({ path: join(folder, 'wirewatch.db') });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  return store;
}

async function openPlatform(): Promise<FakePlatform> {
  const platform = await startFakePlatform();
  onTestFinished(() => platform.stop());
  return platform;
}
