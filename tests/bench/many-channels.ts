// How late messages are when 500 channels are due in the same minute: `node tests/bench/many-channels.ts`. Prints one JSON
// object; lateness is the moment of posting minus that of the slot, in milliseconds. The platform is a server on loopback
// that takes 100 ms to answer and one message a second in each channel.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../adapters/store/open-store.ts';
import { startFakePlatform } from '../fakes/fake-platform.ts';
import type { FakeMessage } from '../fakes/fake-platform-channels.ts';
import { createFakePlatformPublisher } from '../fakes/fake-platform-publisher.ts';
import { clockFromDue, deliverDue, dueAtMs, setUpDueChannels } from '../integration/month/due-channels.ts';

const channels = 500;
const stories = 5;
const latencyMs = 100;

async function measure(folder: string): Promise<object> {
  const store = await openStore({ path: join(folder, 'wirewatch.db') });
  const platform = await startFakePlatform({ latencyMs });
  await setUpDueChannels(store, { channels, stories });
  const clock = clockFromDue();
  const publisher = createFakePlatformPublisher({ url: platform.url, platform: 'slack', clock });
  const report = await deliverDue(store, publisher, clock);
  const { messages, limited } = platform;
  publisher.stop();
  await platform.stop();
  await store.close();
  return {
    channels,
    ...report,
    latencyMs,
    limited,
    digests: latenessOf(messages.filter(({ threadMessageId }) => threadMessageId === null)),
    all: latenessOf(messages),
  };
}

function latenessOf(messages: readonly FakeMessage[]) {
  const sorted = messages.map(({ postedAtMs }) => postedAtMs - dueAtMs).sort((a, b) => a - b);
  const percentile = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? null;
  return { p50: percentile(0.5), p99: percentile(0.99), max: percentile(1) };
}

const folder = mkdtempSync(join(tmpdir(), 'wirewatch-bench-'));
try {
  process.stdout.write(`${JSON.stringify(await measure(folder))}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
