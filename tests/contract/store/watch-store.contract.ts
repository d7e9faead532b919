import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import {
  alertOf,
  auditOf,
  channelOf,
  channelSettingsOf,
  decisionOf,
  hitOf,
  messageOf,
  postingOf,
  storyDecisionOf,
  watchOf,
} from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const ref = channelOf('C1');
const first = { watchId: 'w1', sequence: 1 };

/** Two articles of one story, the watch w1, and a hit on each, committed. */
async function withHits(store: Store): Promise<void> {
  await store.channels.configure({ ref, settings: channelSettingsOf() }, 7_000);
  await store.watches.save(watchOf('w1'), auditOf('watch add'));
  await store.articles.keep(storyDecisionOf('a', 's1'));
  await store.articles.keep(storyDecisionOf('b', 's1'));
  await store.matches.commit({ cursor: 0, upTo: 2, hits: [hitOf('w1', 1), hitOf('w1', 2)] });
}

export const watchStoreContract: Contract = {
  'watches are listed in the order in which they were made, also after a change': async (open) => {
    const { audit, watches } = await open();
    await watches.save(watchOf('w2'), auditOf('watch add'));
    await watches.save(watchOf('w1'), auditOf('watch add'));
    await watches.save(watchOf('w2', { name: 'Renamed' }), auditOf('watch edit'));

    expect(await watches.list()).toEqual([watchOf('w2', { name: 'Renamed' }), watchOf('w1')]);
    const log = await audit.list({ platform: 'slack', workspaceId: 'T1', limit: 10 });
    expect(log.map(({ command }) => command)).toEqual(['watch edit', 'watch add', 'watch add']);
  },

  'a removed watch takes its pending hits with it and leaves the others': async (open) => {
    const store = await open();
    await withHits(store);
    await store.alerts.commit(alertOf(ref, { told: [first] }));
    await store.watches.remove('w1', auditOf('watch remove'));

    expect(await store.watches.list()).toEqual([]);
    expect(await store.alerts.pending()).toEqual([]);
    expect(await store.watches.hits({ watchId: null, sinceMs: 0 })).toMatchObject([
      { ...first, state: 'told' },
    ]);
  },

  'unmatched are the compared articles after the cursor, in batches, and the rest is passed over': async (
    open,
  ) => {
    const { articles, matches } = await open();
    await articles.keep(storyDecisionOf('a', 's1'));
    await articles.keep(decisionOf('seed'));
    await articles.keep(storyDecisionOf('b', 's2'));
    await articles.keep(decisionOf('note'));
    const idsOf = async (limit: number) => {
      const { cursor, upTo, articles: kept } = await matches.unmatched(limit);
      return { cursor, upTo, ids: kept.map(({ article }) => article.id) };
    };

    expect(await idsOf(1)).toEqual({ cursor: 0, upTo: 1, ids: ['a'] });
    expect(await idsOf(9)).toEqual({ cursor: 0, upTo: 4, ids: ['a', 'b'] });
    await matches.commit({ cursor: 0, upTo: 4, hits: [] });
    expect(await idsOf(9)).toEqual({ cursor: 4, upTo: 4, ids: [] });
  },

  'of two that matched the same articles the second is stale and adds no hit': async (open) => {
    const store = await open();
    await withHits(store);

    expect(await store.matches.commit({ cursor: 0, upTo: 2, hits: [hitOf('w2', 1)] })).toBe('stale');
    expect(await store.watches.hits({ watchId: 'w2', sinceMs: 0 })).toEqual([]);
  },

  'hits are listed newest first, of one watch or of all, from a moment on': async (open) => {
    const store = await open();
    await withHits(store);
    await store.articles.keep(storyDecisionOf('c', 's2'));
    const late = hitOf('w2', 3, { atMs: 9_000, storyId: 's2' });
    await store.matches.commit({ cursor: 2, upTo: 3, hits: [late] });
    const sequencesOf = async (watchId: string | null, sinceMs: number) =>
      (await store.watches.hits({ watchId, sinceMs })).map(({ sequence }) => sequence);

    expect(await sequencesOf(null, 0)).toEqual([3, 2, 1]);
    expect(await sequencesOf('w1', 0)).toEqual([2, 1]);
    expect(await sequencesOf(null, 8_001)).toEqual([3]);
  },

  'a pending alert comes with its watch and with what the channel was told of the story': async (open) => {
    const store = await open();
    await withHits(store);
    await store.alerts.commit(
      alertOf(ref, {
        told: [first],
        messages: [messageOf('m')],
        postings: [postingOf(ref, 's1', { toldUpTo: 1 })],
      }),
    );

    const [alert, ...others] = await store.alerts.pending();

    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      hit: hitOf('w1', 2),
      watch: watchOf('w1'),
      story: { storyId: 's1', toldUpTo: 1 },
    });
    expect(alert?.story.articles.map(({ article }) => article.id)).toEqual(['a', 'b']);
  },

  'a decision about hits is committed whole, and once': async (open) => {
    const store = await open();
    await withHits(store);
    const reason = 'It is muted here.';
    const decision = alertOf(ref, {
      told: [first],
      notTold: [{ watchId: 'w1', sequence: 2, reason }],
      messages: [messageOf('m')],
    });

    expect(await store.alerts.commit(decision)).toBe('committed');
    expect(await store.alerts.commit({ ...decision, messages: [messageOf('again')] })).toBe('stale');

    expect((await store.deliveries.list({ limit: 9 })).map(({ key }) => key)).toEqual(['m']);
    expect(await store.watches.hits({ watchId: 'w1', sinceMs: 0 })).toEqual([
      { ...hitOf('w1', 2), state: 'not_told', remark: reason },
      { ...hitOf('w1', 1), state: 'told', remark: null },
    ]);
  },

  'a report on a watch is owed once for a moment, and remembered': async (open) => {
    const store = await open();
    await withHits(store);
    await store.watches.report('w1', messageOf('r1'), 9_000);
    await store.watches.report('w1', messageOf('r2'), 9_000);

    expect((await store.deliveries.list({ limit: 9 })).map(({ key }) => key)).toEqual(['r1']);
    expect((await store.watches.list())[0]?.reportedAtMs).toBe(9_000);
    await expect(store.watches.report('w9', messageOf('r3'), 9_000)).rejects.toThrow('no watch w9');
  },
};
