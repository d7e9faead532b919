import { expect } from 'vitest';
import { neverPolled } from '../../../src/domain/source.ts';
import { auditOf, entryOf, pollOf, sourceOf } from './samples.ts';
import type { Contract } from './stores-under-test.ts';

const adder = { platform: 'slack', workspaceId: 'T1', personId: 'U1' } as const;
const claimAll = { nowMs: 9_000, leaseMs: 100, dueOnly: false };
const claimDue = { nowMs: 9_000, leaseMs: 100, dueOnly: true };
const workspace = { platform: 'slack', workspaceId: 'T1', limit: 9 } as const;

export const changedSourcesContract: Contract = {
  'an added source is due at once, names who added it, and stands in the audit log': async (open) => {
    const { sources, audit } = await open();
    const entry = auditOf('sources add');
    await sources.add(sourceOf('a'), entry);

    expect(await sources.claim({ ...claimDue, nowMs: 7_500 })).toEqual([
      {
        source: sourceOf('a'),
        validators: { etag: null, lastModified: null },
        health: { ...neverPolled, nextPollAtMs: 7_500 },
        addedBy: adder,
      },
    ]);
    expect(await audit.list(workspace)).toEqual([entry]);
  },

  'registering the configuration neither retires nor changes an added source': async (open) => {
    const { sources } = await open();
    await sources.add(sourceOf('a'), auditOf('sources add'));
    await sources.recordPoll(pollOf('a', { validators: { etag: '"1"', lastModified: null } }));
    const before = await sources.list();
    await sources.register([sourceOf('b')], 8_000);
    await sources.register([], 8_100);

    expect(await sources.list()).toEqual(before);
  },

  'a configured source takes the place of an added one with its address': async (open) => {
    const { sources } = await open();
    await sources.add(sourceOf('a', { url: 'https://www.x.example/feed/' }), auditOf('sources add'));
    await sources.register([sourceOf('b', { url: 'http://x.example/feed' })], 8_000);
    await sources.register([], 8_100);

    expect(await sources.list()).toEqual([]);
  },

  'a source is not added twice, neither by its id nor by its address': async (open) => {
    const { sources, audit } = await open();
    await sources.register([sourceOf('b')], 0);
    await sources.add(sourceOf('a'), auditOf('sources add'));

    for (const again of [
      sourceOf('a', { url: 'https://other.example/' }),
      sourceOf('c', { url: sourceOf('b').url }),
      sourceOf('d', { url: sourceOf('a').url }),
    ]) {
      await expect(sources.add(again, auditOf('again'))).rejects.toThrow('is a source already');
    }
    expect((await audit.list(workspace)).map(({ command }) => command)).toEqual(['sources add']);
  },

  'a removed source is gone, and a poll under way still ends': async (open) => {
    const { sources, audit } = await open();
    await sources.add(sourceOf('a'), auditOf('sources add'));
    await sources.claim(claimAll);
    await sources.remove('a', auditOf('sources remove'));
    await sources.recordPoll(pollOf('a'));

    expect(await sources.list()).toEqual([]);
    expect(await sources.claim({ ...claimAll, nowMs: 99_000 })).toEqual([]);
    expect((await audit.list(workspace)).map(({ command }) => command)).toEqual([
      'sources remove',
      'sources add',
    ]);
  },

  'a source that is added once more is due, and knows what it brought before': async (open) => {
    const { sources } = await open();
    const poll = pollOf('a', { entries: [entryOf('e1', { url: null })], nextPollAtMs: 90_000 });
    await sources.add(sourceOf('a'), auditOf('sources add'));
    await sources.pause({ source: sourceOf('a'), isPaused: true }, auditOf('sources pause'));
    await sources.recordPoll(poll);
    await sources.remove('a', auditOf('sources remove'));
    await sources.add(sourceOf('a'), auditOf('sources add', { atMs: 8_000 }));

    expect(await sources.claim({ ...claimDue, nowMs: 8_000 })).toHaveLength(1);
    expect(await sources.recordPoll(poll)).toEqual({ newEntries: 0 });
  },

  'a source that no command added cannot be removed': async (open) => {
    const { sources, audit } = await open();
    await sources.register([sourceOf('a')], 0);

    for (const id of ['a', 'nobody']) {
      await expect(sources.remove(id, auditOf('sources remove'))).rejects.toThrow(`no added source ${id}`);
    }
    expect(await sources.list()).toHaveLength(1);
    expect(await audit.list(workspace)).toEqual([]);
  },

  'a paused source is listed as such and not claimed, also where all are asked for': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a'), sourceOf('b')], 0);
    await sources.pause({ source: sourceOf('a'), isPaused: true }, auditOf('sources pause'));

    expect((await sources.claim(claimAll)).map(({ source }) => source.id)).toEqual(['b']);
    expect((await sources.list()).map(({ isPaused }) => isPaused)).toEqual([true, undefined]);
  },

  'a pause stays when the configuration is registered again, of configured and of added ones': async (
    open,
  ) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);
    await sources.add(sourceOf('b'), auditOf('sources add'));
    for (const id of ['a', 'b']) {
      await sources.pause({ source: sourceOf(id), isPaused: true }, auditOf('sources pause'));
    }
    await sources.register([sourceOf('a', { url: 'https://moved.example/feed' })], 8_000);

    expect((await sources.list()).map(({ isPaused }) => isPaused)).toEqual([true, true]);
    expect(await sources.claim(claimAll)).toEqual([]);
  },

  'a resumed source is due at once, and both changes stand in the audit log': async (open) => {
    const { sources, audit } = await open();
    await sources.register([sourceOf('a')], 0);
    await sources.recordPoll(pollOf('a', { nextPollAtMs: 90_000 }));
    const pausing = auditOf('sources pause', { before: '{"isPaused":false}', after: '{"isPaused":true}' });
    const resuming = auditOf('sources pause', { atMs: 8_000, before: pausing.after, after: pausing.before });
    await sources.pause({ source: sourceOf('a'), isPaused: true }, pausing);
    await sources.pause({ source: sourceOf('a'), isPaused: false }, resuming);

    expect(await sources.claim({ ...claimDue, nowMs: 8_000 })).toHaveLength(1);
    expect((await sources.list())[0]).not.toHaveProperty('isPaused');
    expect(await audit.list(workspace)).toEqual([resuming, pausing]);
  },

  'a paused source counts no failures any more': async (open) => {
    const { sources } = await open();
    await sources.register([sourceOf('a')], 0);
    await sources.recordPoll(pollOf('a', { problem: 'It answered 503.' }));
    await sources.pause({ source: sourceOf('a'), isPaused: true }, auditOf('sources pause'));

    expect((await sources.list())[0]?.health).toMatchObject({ consecutiveFailures: 0, lastProblem: null });
  },

  'a configured source can be paused before it is registered, and after it came back': async (open) => {
    const { sources } = await open();
    await sources.pause({ source: sourceOf('a'), isPaused: true }, auditOf('sources pause'));
    await sources.register([], 8_000);
    await sources.pause({ source: sourceOf('a'), isPaused: true }, auditOf('sources pause'));

    const [state] = await sources.list();

    expect(state).toMatchObject({ source: sourceOf('a'), isPaused: true });
    expect(state).not.toHaveProperty('addedBy');
    await sources.register([], 8_100);
    expect(await sources.list()).toEqual([]);
  },
};
