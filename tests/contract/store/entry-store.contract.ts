import { expect } from 'vitest';
import type { Store } from '../../../adapters/store/store.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { unknownMoment } from '../../../src/domain/moment.ts';
import { decisionOf, entryOf, pollOf, sourceOf } from './samples.ts';
import type { Contract, OpenStore } from './stores-under-test.ts';

const request = { nowMs: 1_000, leaseMs: 100, limit: 10 };

async function openWith(open: OpenStore, entries: readonly Entry[]): Promise<Store> {
  const store = await open();
  await store.sources.register([sourceOf('a')], 0);
  await store.sources.recordPoll(pollOf('a', { entries }));
  return store;
}

export const entryStoreContract: Contract = {
  'a claimed entry comes back whole, with its source and the count of its claims': async (open) => {
    const entry = entryOf('e1', { content: 'Wörter 出口管制' });
    const { entries } = await openWith(open, [entry]);

    const [pending] = await entries.claim(request);

    expect(pending).toEqual({ entryId: expect.any(Number), sourceId: 'a', entry, attempts: 1 });
  },

  'the oldest entries come first, and a date to come counts as the arrival': async (open) => {
    const at = (epochMs: number) => ({ epochMs, precision: 'instant', basis: 'feed' }) as const;
    const { entries } = await openWith(open, [
      entryOf('undated', { publishedAt: unknownMoment }),
      entryOf('late', { publishedAt: at(900) }),
      entryOf('early', { publishedAt: at(100) }),
      entryOf('to come', { publishedAt: at(99_000) }),
    ]);

    const first = await entries.claim({ ...request, limit: 2 });
    const rest = await entries.claim(request);

    expect(first.map((pending) => pending.entry.key)).toEqual(['early', 'late']);
    expect(rest.map((pending) => pending.entry.key)).toEqual(['undated', 'to come']);
  },

  'a claimed entry is free again when its lease has run out': async (open) => {
    const { entries } = await openWith(open, [entryOf('e1')]);

    expect(await entries.claim(request)).toHaveLength(1);
    expect(await entries.claim({ ...request, nowMs: 1_099 })).toHaveLength(0);
    expect((await entries.claim({ ...request, nowMs: 1_100 }))[0]?.attempts).toBe(2);
  },

  'a postponed entry waits for its time': async (open) => {
    const { entries } = await openWith(open, [entryOf('e1')]);
    const [pending] = await entries.claim({ ...request, leaseMs: 100_000 });
    await entries.postpone(pending?.entryId ?? 0, 7_000, 'The page timed out.');

    expect(await entries.claim({ ...request, nowMs: 6_999 })).toHaveLength(0);
    expect(await entries.claim({ ...request, nowMs: 7_000 })).toHaveLength(1);
  },

  'a dismissed entry is done, also for a later poll and a later postponement': async (open) => {
    const { entries, sources } = await openWith(open, [entryOf('e1')]);
    const [pending] = await entries.claim(request);
    await entries.dismiss(pending?.entryId ?? 0, 'Off topic.');
    await entries.postpone(pending?.entryId ?? 0, 1_500, 'A slow reader reports.');
    await sources.recordPoll(pollOf('a', { entries: [entryOf('e1')] }));

    expect(await entries.claim({ ...request, nowMs: 50_000 })).toHaveLength(0);
  },

  'a kept article settles its entry, and its address is not new in any source': async (open) => {
    const { articles, entries, sources } = await openWith(open, [entryOf('e1')]);
    const [pending] = await entries.claim(request);
    const entryId = pending?.entryId ?? 0;
    await articles.keep(decisionOf('e1', { entryId, canonicalUrl: 'https://news.example/target' }));
    const again = entryOf('other key', { url: 'https://news.example/target' });

    expect(await entries.claim({ ...request, nowMs: 50_000 })).toHaveLength(0);
    expect(await sources.recordPoll(pollOf('a', { entries: [again] }))).toEqual({ newEntries: 0 });
  },

  'an address tells how far its entry came': async (open) => {
    const keys = ['e1', 'e2', 'e3', 'e4'];
    const { articles, entries } = await openWith(
      open,
      keys.map((key) => entryOf(key)),
    );
    const pending = await entries.claim(request);
    const idOf = (key: string) => pending.find(({ entry }) => entry.key === key)?.entryId ?? 0;
    await entries.postpone(idOf('e2'), 7_000, 'The page timed out.');
    await entries.dismiss(idOf('e3'), 'It is off topic.');
    await articles.keep(decisionOf('e4', { entryId: idOf('e4') }));

    const remarks = await Promise.all(
      [...keys, 'unseen'].map((key) => entries.remark(`https://news.example/${key}`)),
    );

    expect(remarks).toEqual([
      { isDone: false, remark: null },
      { isDone: false, remark: 'The page timed out.' },
      { isDone: true, remark: 'It is off topic.' },
      { isDone: true, remark: 'The article was kept.' },
      null,
    ]);
  },
};
