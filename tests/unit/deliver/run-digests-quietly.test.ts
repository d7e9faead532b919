import { expect, test } from 'vitest';
import type { AuditEntry } from '../../../src/domain/audit.ts';
import { type Desk, openDesk, told } from './digest-desk.ts';
import { ban, listing } from './sample-reports.ts';

const evening = '2024-03-04T20:00:00Z';
const wire = {
  id: 'wire',
  name: 'Harbor Wire',
  url: 'https://wire.example/feed',
  tier: 'wire',
  lang: 'en',
  verified: true,
} as const;

/** The source is polled now; `problem` is `null` for an answer, which brings one entry where `brings` says so. */
async function poll({ store, clock }: Desk, problem: string | null, brings = false): Promise<void> {
  const nowMs = clock.nowMs();
  const publishedAt = { epochMs: nowMs, precision: 'instant', basis: 'feed' } as const;
  const key = `entry-${nowMs}`;
  const entry = { key, url: null, title: 'An entry', publishedAt, summary: '', content: '' };
  await store.sources.recordPoll({
    sourceId: wire.id,
    atMs: nowMs,
    nextPollAtMs: nowMs,
    problem,
    validators: null,
    entries: brings ? [entry] : [],
  });
}

test('a run outside the schedule takes all that is untold', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);

  expect((await desk.deliverOnce()).map(told)).toEqual([`digest: ${listing.title}`, `1. ${listing.title}`]);
  expect(await desk.deliverOnce()).toEqual([]);
});

test('a run outside the schedule does not use up the slot to come', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);
  await desk.deliverOnce();
  await desk.arrives(ban);

  expect((await desk.deliverAt('2024-03-05T08:00:00Z')).map(told)[0]).toBe(`digest: ${ban.title}`);
});

test('a run outside the schedule posts nothing when there is nothing, not even that there is silence', async () => {
  const desk = await openDesk(evening);
  desk.clock.set('2024-03-20T20:00:00Z');

  expect(await desk.deliverOnce()).toEqual([]);
  expect((await desk.channel()).silenceToldAtMs).toBeNull();
});

test('silence is told at a slot, once, and again only after something was posted', async () => {
  const desk = await openDesk(evening);
  await desk.store.sources.register([wire], desk.clock.nowMs());
  expect(await desk.deliverAt('2024-03-05T08:00:00Z')).toEqual([]);
  expect(await desk.deliverAt('2024-03-06T08:00:00Z')).toEqual([]);

  const silence = await desk.deliverAt('2024-03-07T08:00:00Z');
  expect(silence.map(told)).toEqual(['My sources have been silent for 2 days']);
  expect(await desk.deliverAt('2024-03-08T08:00:00Z')).toEqual([]);
  expect(await desk.deliverAt('2024-03-20T08:00:00Z')).toEqual([]);

  desk.clock.set('2024-03-21T07:00:00Z');
  await poll(desk, null, true);
  await desk.arrives(listing);
  expect(await desk.deliverAt('2024-03-21T08:00:00Z')).toHaveLength(2);
  expect(await desk.deliverAt('2024-03-22T08:00:00Z')).toEqual([]);
  expect((await desk.deliverAt('2024-03-23T08:00:00Z')).map(told)).toEqual([
    'My sources have been silent for 2 days',
  ]);
});

test('a source that an admin paused is not named as silent', async () => {
  const desk = await openDesk(evening);
  await desk.store.sources.register([wire], desk.clock.nowMs());
  const audit: AuditEntry = {
    ...{ platform: 'console', workspaceId: 'console', personId: 'operator', atMs: 0 },
    ...{ command: 'sources pause', subject: 'source wire', before: null, after: null },
  };
  await desk.store.sources.pause({ source: wire, isPaused: true }, audit);

  const [silence] = await desk.deliverAt('2024-03-07T08:00:00Z');

  expect(silence?.document).toMatchObject({
    paragraphs: [expect.stringContaining('No source'), expect.anything()],
  });
});

test('a second silence is told, though nothing was posted between', async () => {
  const desk = await openDesk(evening);
  await desk.store.sources.register([wire], desk.clock.nowMs());
  expect(await desk.deliverAt('2024-03-07T08:00:00Z')).toHaveLength(1);
  desk.clock.set('2024-03-10T07:00:00Z');
  await poll(desk, null, true);

  expect(await desk.deliverAt('2024-03-11T08:00:00Z')).toEqual([]);
  const again = await desk.deliverAt('2024-03-12T08:00:00Z');

  expect(again.map(told)).toEqual(['My sources have been silent for 2 days']);
  expect(await desk.deliverAt('2024-03-13T08:00:00Z')).toEqual([]);
});

test('sources that bring only what is off topic are not silent', async () => {
  const desk = await openDesk(evening);
  await desk.store.sources.register([wire], desk.clock.nowMs());
  desk.clock.set('2024-03-06T20:00:00Z');
  await poll(desk, null, true);

  expect(await desk.deliverAt('2024-03-08T08:00:00Z')).toEqual([]);
});

test('a digest names the sources that fail', async () => {
  const desk = await openDesk(evening);
  await desk.store.sources.register([wire], desk.clock.nowMs());
  await poll(desk, 'It answered 503.');
  await desk.arrives(listing);

  const [head] = await desk.deliverAt('2024-03-05T08:00:00Z');

  expect(head?.document).toMatchObject({ notes: [expect.any(String), 'Harbor Wire: It answered 503.'] });
});

test('failing sources alone are no digest', async () => {
  const desk = await openDesk(evening);
  await desk.store.sources.register([wire], desk.clock.nowMs());
  await poll(desk, 'It answered 503.');

  expect(await desk.deliverAt('2024-03-05T08:00:00Z')).toEqual([]);
});
