import { expect } from 'vitest';
import { neverPolled } from '../../../src/domain/source.ts';
import { entryOf, pollOf, sourceOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const claimAll = { nowMs: 1_000, leaseMs: 100, dueOnly: false };
const claimDue = { nowMs: 1_000, leaseMs: 100, dueOnly: true };

export const sourceStoreContract: Contract = {
  'a new source is due at once, healthy and without validators': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 1_000);

    expect(await sources.claim(claimDue)).toEqual([
      {
        source: sourceOf('a'),
        validators: { etag: null, lastModified: null },
        health: { ...neverPolled, nextPollAtMs: 1_000 },
      },
    ]);
  },

  'sources are listed by name and a missing one is retired': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a', { name: 'Zeta' }), sourceOf('b', { name: 'Alpha' })], 1_000);
    const before = await sources.list();
    await sources.register([sourceOf('a', { name: 'Zeta' })], 2_000);

    expect(before.map((state) => state.source.name)).toEqual(['Alpha', 'Zeta']);
    expect((await sources.list()).map((state) => state.source.id)).toEqual(['a']);
    expect(await sources.claim({ ...claimAll, nowMs: 3_000 })).toHaveLength(1);
  },

  "registering again changes a definition and keeps the source's health": async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);
    await sources.recordPoll(pollOf('a', { validators: { etag: '"1"', lastModified: null } }));
    await sources.register([sourceOf('a', { name: 'Renamed' })], 1_500);

    const [state] = await sources.list();

    expect(state?.source.name).toBe('Renamed');
    expect(state?.validators.etag).toBe('"1"');
    expect(state?.health.nextPollAtMs).toBe(2_000);
  },

  'a source with another address is due at once and forgets its validators': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);
    await sources.recordPoll(pollOf('a', { validators: { etag: '"1"', lastModified: 'then' } }));
    await sources.register([sourceOf('a', { url: 'https://other.example/feed' })], 1_500);

    const [state] = await sources.list();

    expect(state?.validators).toEqual({ etag: null, lastModified: null });
    expect(state?.health.nextPollAtMs).toBe(1_500);
  },

  'a source that comes back from retirement is due at once': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);
    await sources.recordPoll(pollOf('a', { nextPollAtMs: 90_000 }));
    await sources.register([], 1_100);
    await sources.register([sourceOf('a')], 1_200);

    expect(await sources.claim({ ...claimDue, nowMs: 1_200 })).toHaveLength(1);
  },

  'a claimed source is free again when its lease has run out': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);

    expect(await sources.claim(claimDue)).toHaveLength(1);
    expect(await sources.claim(claimAll)).toHaveLength(0);
    expect(await sources.claim({ ...claimDue, nowMs: 1_099 })).toHaveLength(0);
    expect(await sources.claim({ ...claimDue, nowMs: 1_100 })).toHaveLength(1);
  },

  'a poll ends the claim, and the next one waits for its time unless all are asked for': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);
    await sources.claim(claimDue);
    await sources.recordPoll(pollOf('a'));

    expect(await sources.claim({ ...claimDue, nowMs: 1_999 })).toHaveLength(0);
    expect(await sources.claim({ ...claimAll, nowMs: 1_999, leaseMs: 1 })).toHaveLength(1);
    expect(await sources.claim({ ...claimDue, nowMs: 2_000 })).toHaveLength(1);
  },

  'a failed poll keeps validators and successes, and counts': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);
    await sources.recordPoll(
      pollOf('a', { entries: [entryOf('e1')], validators: { etag: '"1"', lastModified: 'then' } }),
    );
    await sources.recordPoll(pollOf('a', { atMs: 2_000, problem: 'It answered 503.' }));
    await sources.recordPoll(pollOf('a', { atMs: 3_000, nextPollAtMs: 9_000, problem: 'It timed out.' }));

    const [state] = await sources.list();

    expect(state?.validators).toEqual({ etag: '"1"', lastModified: 'then' });
    expect(state?.health).toEqual({
      lastPolledAtMs: 3_000,
      lastSucceededAtMs: 1_000,
      lastEntryAtMs: 1_000,
      consecutiveFailures: 2,
      lastProblem: 'It timed out.',
      nextPollAtMs: 9_000,
    });
  },

  'a success ends the count of failures': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);
    await sources.recordPoll(pollOf('a', { problem: 'It answered 503.' }));
    await sources.recordPoll(pollOf('a', { atMs: 2_000 }));

    const [state] = await sources.list();

    expect(state?.health).toMatchObject({
      consecutiveFailures: 0,
      lastProblem: null,
      lastSucceededAtMs: 2_000,
    });
    expect(state?.health.lastEntryAtMs).toBeNull();
  },

  'an entry of one key is new once in its source': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);
    const poll = pollOf('a', { entries: [entryOf('e1', { url: null }), entryOf('e2', { url: null })] });

    expect(await sources.recordPoll(poll)).toEqual({ newEntries: 2 });
    expect(await sources.recordPoll({ ...poll, atMs: 2_000 })).toEqual({ newEntries: 0 });
    expect((await sources.list())[0]?.health.lastEntryAtMs).toBe(1_000);
  },

  'keys that are equal in two sources are two entries': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a'), sourceOf('b')], 0);
    await sources.recordPoll(pollOf('a', { entries: [entryOf('1', { url: null })] }));

    expect(await sources.recordPoll(pollOf('b', { entries: [entryOf('1', { url: null })] }))).toEqual({
      newEntries: 1,
    });
  },

  'an address that another source brought is not new again': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a'), sourceOf('b')], 0);
    await sources.recordPoll(pollOf('a', { entries: [entryOf('1', { url: 'https://news.example/x' })] }));

    const again = entryOf('2', { url: 'http://www.news.example/x/?utm_source=feed' });

    expect(await sources.recordPoll(pollOf('b', { entries: [again] }))).toEqual({ newEntries: 0 });
  },

  'items of one source that link to places of one page are different entries': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);
    const entries = ['1', '2'].map((key) => entryOf(key, { url: `https://news.example/list#${key}` }));

    expect(await sources.recordPoll(pollOf('a', { entries }))).toEqual({ newEntries: 2 });
  },

  'a poll of a source that was never registered is an error': async (open) => {
    const { sources } = await open();

    await expect(sources.recordPoll(pollOf('nobody'))).rejects.toThrow('no source nobody');
  },
};
