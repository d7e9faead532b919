// How long the outbox takes with much behind it and much before it: `node tests/bench/outbox.ts`. Prints one JSON object,
// in milliseconds: 500 channels, 100,000 messages posted, 5,000 owed. Each call is a transaction that is on the disk.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../../adapters/store/open-database.ts';
import type { Store } from '../../adapters/store/store.ts';
import type { DeliveryRecord } from '../../src/ports/delivery-store.ts';
import { alertOf, channelOf, channelSettingsOf, messageOf } from '../contract/store/samples.ts';

const channels = 500;
const posted = 100_000;
const owedEach = 10;
const calls = 2_000;
const nowMs = 1_000_000;

async function fill(store: Store, path: string): Promise<void> {
  for (let index = 0; index < channels; index += 1) {
    const ref = channelOf(`C${index}`);
    await store.channels.configure({ ref, settings: channelSettingsOf() }, 0);
  }
  const database = new DatabaseSync(path);
  database.exec(`insert into deliveries (key, platform, workspace_id, channel_id, sequence, document, mentions, state,
      attempts, may_be_posted, message_id, due_at_ms, lease_until_ms, settled_at_ms)
    with recursive n (i) as (select 0 union all select i + 1 from n where i + 1 < ${posted})
    select 'p' || i, 'slack', 'T1', 'C' || (i % ${channels}), i / ${channels} + 1, '{}', '[]', 'posted', 1, 0, 'm' || i, 0, 0, 0
    from n`);
  database.close();
  for (let index = 0; index < channels; index += 1) {
    const messages = Array.from({ length: owedEach }, (_, place) => messageOf(`o${index}.${place}`));
    await store.alerts.commit(alertOf(channelOf(`C${index}`), { messages }));
  }
}

async function timed<T>(times: number[], call: () => Promise<T>): Promise<T> {
  const startMs = performance.now();
  const answer = await call();
  times.push(performance.now() - startMs);
  return answer;
}

function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2));
  return { p50: at(0.5), p99: at(0.99) };
}

async function measure(store: Store): Promise<object> {
  const times = { claimNext: [] as number[], record: [] as number[], nextDueAtMs: [] as number[] };
  for (let call = 0; call < calls; call += 1) {
    await timed(times.nextDueAtMs, () => store.deliveries.nextDueAtMs(nowMs));
    const claim = { nowMs, leaseMs: 60_000 };
    const claimed = await timed(times.claimNext, () => store.deliveries.claimNext(claim));
    if (!claimed) throw new Error('Nothing was left to claim: the figures would be of an empty outbox.');
    const record: DeliveryRecord = {
      kind: 'posted',
      messageId: 'm',
      permalink: null,
      atMs: nowMs,
      nextAtMs: 0,
    };
    await timed(times.record, () => store.deliveries.record(claimed.delivery.key, 1, record));
  }
  return Object.fromEntries(Object.entries(times).map(([name, each]) => [name, percentiles(each)]));
}

const folder = mkdtempSync(join(tmpdir(), 'wirewatch-bench-'));
const path = join(folder, 'wirewatch.db');
const store = await openDatabase({ path, busyTimeoutMs: 1_000 });
try {
  await fill(store, path);
  process.stdout.write(
    `${JSON.stringify({ channels, posted, owed: channels * owedEach, ...(await measure(store)) })}\n`,
  );
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
