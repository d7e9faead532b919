import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import { setUp, statesOf } from './owing.ts';
import {
  alertOf,
  auditOf,
  channelOf,
  hitOf,
  messageOf,
  storyDecisionOf,
  toldOf,
  watchOf,
} from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const workspace = { platform: 'slack', workspaceId: 'T1', limit: 10 } as const;

/** Three articles of story s1, of which each watch matched each. */
async function matchedBy(store: Store, watchIds: readonly string[]): Promise<void> {
  for (const id of ['a', 'b', 'c']) await store.articles.keep(storyDecisionOf(id, 's1'));
  const hits = watchIds.flatMap((id) => [1, 2, 3].map((at) => hitOf(id, at, { atMs: 8_000 + at })));
  await store.matches.commit({ cursor: 0, upTo: 3, hits });
}

async function hitsOf(store: Store, watchId: string | null, sinceMs = 0): Promise<readonly string[]> {
  const hits = await store.watches.hits({ watchId, sinceMs });
  return hits.map((hit) => `${hit.watchId} ${hit.sequence} ${hit.state}`);
}

export const watchStoreContract: Contract = {
  'watches come back whole, in the order in which they were made, each with its entry of the log': async (
    open,
  ) => {
    const { audit, watches } = await open();
    const rich = watchOf('w9', {
      query: 'entity:huawei AND NOT "稀土"',
      mentions: [{ kind: 'role', id: 'R1' }],
      cadence: 'digest',
      threshold: 0.5,
      needsApproval: true,
      isCritical: true,
      reportedAtMs: 7_900,
    });
    await watches.save(rich, auditOf('watch add', { subject: 'w9' }));
    await watches.save(watchOf('w1'), auditOf('watch add', { subject: 'w1' }));

    expect(await watches.list()).toEqual([rich, watchOf('w1')]);
    expect((await audit.list(workspace)).map(({ subject }) => subject)).toEqual(['w1', 'w9']);
  },

  'a changed watch keeps its place': async (open) => {
    const { watches } = await open();
    await watches.save(watchOf('w2'), auditOf('watch add'));
    await watches.save(watchOf('w1'), auditOf('watch add'));
    const changed = watchOf('w2', { name: 'Another name', channel: channelOf('C2') });
    await watches.save(changed, auditOf('watch edit'));

    expect(await watches.list()).toEqual([changed, watchOf('w1')]);
  },

  'hits are listed newest first, of one watch or of all, and since a moment': async (open) => {
    const store = await open();
    for (const id of ['w1', 'w2']) await store.watches.save(watchOf(id), auditOf('watch add'));
    await matchedBy(store, ['w1', 'w2']);

    expect(await hitsOf(store, null, 8_002)).toEqual([
      'w1 3 pending',
      'w2 3 pending',
      'w1 2 pending',
      'w2 2 pending',
    ]);
    expect(await hitsOf(store, 'w2', 8_003)).toEqual(['w2 3 pending']);
    expect((await store.watches.hits({ watchId: 'w1', sinceMs: 8_003 }))[0]).toEqual({
      ...hitOf('w1', 3, { atMs: 8_003 }),
      state: 'pending',
      remark: null,
      deliveryKey: null,
    });
  },

  'what a removed watch had pending goes with it, and what was decided stays': async (open) => {
    const store = await open();
    await setUp(store);
    for (const id of ['w1', 'w2']) await store.watches.save(watchOf(id), auditOf('watch add'));
    await matchedBy(store, ['w1', 'w2']);
    await store.alerts.commit(alertOf(channelOf('C1'), { told: [toldOf('w1', 1)] }));
    await store.watches.remove('w1', auditOf('watch remove'));

    expect((await store.watches.list()).map(({ id }) => id)).toEqual(['w2']);
    expect(await hitsOf(store, 'w1')).toEqual(['w1 1 told']);
    expect(await hitsOf(store, 'w2')).toHaveLength(3);
    expect((await store.audit.list({ ...workspace, limit: 1 }))[0]?.command).toBe('watch remove');
  },

  'a report is owed to the channel of the watch and remembered, once': async (open) => {
    const store = await open();
    await setUp(store);
    await store.watches.save(watchOf('w1'), auditOf('watch add'));
    await store.watches.report('w1', messageOf('report'), 9_000);
    await store.watches.report('w1', messageOf('the same'), 9_000);
    await store.watches.report('w1', messageOf('an older one'), 8_999);

    expect(await statesOf(store)).toEqual({ report: 'owed' });
    expect((await store.watches.list())[0]?.reportedAtMs).toBe(9_000);
    await store.watches.report('w1', messageOf('a later one'), 9_001);
    expect(await statesOf(store)).toEqual({ report: 'owed', 'a later one': 'owed' });
  },

  'a report on a watch that is gone owes nothing': async (open) => {
    const store = await open();
    await setUp(store);

    await store.watches.report('w1', messageOf('report'), 9_000);
    expect(await statesOf(store)).toEqual({});
  },
};
