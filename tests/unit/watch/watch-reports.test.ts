import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../src/domain/moment.ts';
import type { Watch, WatchHitRecord } from '../../../src/domain/watch.ts';
import { runWatchReports } from '../../../src/watch/run-watch-reports.ts';
import { watchReports } from '../../../src/watch/watch-reports.ts';
import { watchOf } from './query-samples.ts';
import { watchDesk } from './watch-desk.ts';

const nowMs = Date.parse('2024-03-31T09:00:00Z');

function madeDaysAgo(days: number, changes: Partial<Watch> = {}): Watch {
  return { ...watchOf('w1', 'huawei AND license'), createdAtMs: nowMs - days * dayMs, ...changes };
}

function hitsAt(atMs: number, count = 1, state: WatchHitRecord['state'] = 'told'): WatchHitRecord[] {
  return Array.from({ length: count }, (_, sequence) => ({
    watchId: 'w1',
    sequence,
    storyId: 's1',
    atMs,
    matched: ['Huawei'],
    state,
    remark: null,
    deliveryKey: null,
  }));
}

function headingsOf(watch: Watch, hits: readonly WatchHitRecord[] = []): string[] {
  return watchReports([watch], hits, nowMs).map(({ message: { document } }) =>
    document.kind === 'notice' ? document.heading : document.kind,
  );
}

describe('watchReports', () => {
  it('tells the owner of a watch that has matched nothing for 30 days since it was made', () => {
    expect(headingsOf(madeDaysAgo(29.9))).toEqual([]);
    expect(headingsOf(madeDaysAgo(30))).toEqual(['The watch "w1" has matched nothing for 30 days']);
  });

  it('counts from the last hit, told or not', () => {
    const watch = madeDaysAgo(80);

    expect(headingsOf(watch, hitsAt(nowMs - 29 * dayMs, 1, 'not_told'))).toEqual([]);
    expect(headingsOf(watch, hitsAt(nowMs - 30 * dayMs))).toHaveLength(1);
  });

  it('takes no hit of another watch for its own', () => {
    const others = hitsAt(nowMs).map((hit) => ({ ...hit, watchId: 'w2' }));

    expect(headingsOf(madeDaysAgo(30), others)).toHaveLength(1);
  });

  it('tells the owner of a watch that told more than 20 alerts within 24 hours', () => {
    const watch = madeDaysAgo(2);

    expect(headingsOf(watch, hitsAt(nowMs - 1, 20))).toEqual([]);
    expect(headingsOf(watch, hitsAt(nowMs - 1, 21))).toEqual(['The watch "w1" floods its channel']);
    expect(headingsOf(watch, hitsAt(nowMs - dayMs, 21))).toEqual([]);
    expect(headingsOf(watch, hitsAt(nowMs - 1, 21, 'not_told'))).toEqual([]);
  });

  it('does not tell the same owner again within 30 days', () => {
    expect(headingsOf(madeDaysAgo(90, { reportedAtMs: nowMs - 29 * dayMs }))).toEqual([]);
    expect(headingsOf(madeDaysAgo(90, { reportedAtMs: nowMs - 30 * dayMs }))).toHaveLength(1);
  });

  it('mentions the owner, under a key that is the same all day and that the platforms can carry', () => {
    const keyAt = (atMs: number) => watchReports([madeDaysAgo(60)], [], atMs)[0]?.message.key;
    const [report] = watchReports([madeDaysAgo(60)], [], nowMs);

    expect(report).toMatchObject({ watchId: 'w1', message: { mentions: [{ kind: 'person', id: 'u1' }] } });
    expect(report?.message.key).toMatch(/^w.{1,24}$/);
    expect(keyAt(nowMs + 1)).toBe(keyAt(nowMs));
    expect(keyAt(nowMs + dayMs)).not.toBe(keyAt(nowMs));
  });
});

describe('runWatchReports', () => {
  it('owes each report once, even when two processes report at the same time', async () => {
    const { state, tools, clock } = watchDesk([madeDaysAgo(60)]);
    clock.set(nowMs);
    const laterClock = { nowMs: () => nowMs + 1000 };
    const unreported = { ...tools.watches, list: async () => [madeDaysAgo(60)] };

    const first = await runWatchReports(tools);
    await runWatchReports({ ...tools, watches: unreported, clock: laterClock });
    const again = await runWatchReports(tools);

    expect(first).toEqual({ reports: 1 });
    expect(again).toEqual({ reports: 0 });
    expect(state.deliveries.map(({ delivery }) => delivery.mentions)).toEqual([
      [{ kind: 'person', id: 'u1' }],
    ]);
  });
});
