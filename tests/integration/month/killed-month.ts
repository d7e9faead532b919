import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../adapters/store/open-store.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import { type Deaths, databaseOf, liveThroughMonth, type MonthPlan } from './live-through.ts';
import type { PlatformUnderTest, Standing } from './platform-under-test.ts';

/** What a month left behind. */
export interface KilledMonth {
  readonly deaths: Deaths;
  readonly deliveries: readonly Delivery[];
  readonly standing: readonly Standing[];
}

/** A month on a database and a platform of its own, to be asked for within a test. */
export async function killedMonth(
  underTest: PlatformUnderTest,
  plan: Omit<MonthPlan, 'folder'>,
): Promise<KilledMonth> {
  const folder = await mkdtemp(join(tmpdir(), 'wirewatch-month-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const open = await underTest.open(folder);
  onTestFinished(() => open.stop());
  const deaths = await liveThroughMonth(underTest, open, { ...plan, folder });
  const store = await openStore({ path: databaseOf(folder) });
  const deliveries = await store.deliveries.list({ limit: Number.MAX_SAFE_INTEGER });
  await store.close();
  return { deaths, deliveries, standing: open.standing() };
}
