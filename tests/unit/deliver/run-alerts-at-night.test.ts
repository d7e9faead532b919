import { expect, test } from 'vitest';
import { nightHours } from './channel-setup.ts';
import { ban, listing } from './sample-reports.ts';
import { openWatchDesk } from './watch-desk.ts';

test('alerts of a night are held, and released in their order in the morning', async () => {
  const desk = await openWatchDesk('2024-03-04T23:00:00Z', { quiet: nightHours });
  await desk.watches('w1');
  await desk.arrives(ban);
  await desk.hits(1, { watchId: 'w1', matched: ['ZTE'] });
  const [first] = await desk.minuteAt('2024-03-04T23:01:00Z');
  await desk.arrives(listing);
  await desk.hits(2, { watchId: 'w1', matched: ['Huawei'] });
  const [second] = await desk.minuteAt('2024-03-05T02:00:00Z');

  const untilMs = Date.parse('2024-03-05T06:00:00Z');
  expect([first?.hold, second?.hold]).toEqual(Array(2).fill({ kind: 'quiet', untilMs }));
  await desk.store.deliveries.release(untilMs);
  const places = (await desk.store.deliveries.list({ limit: 9 })).toSorted((a, b) => a.sequence - b.sequence);
  expect(places.map(({ key, state }) => [key, state])).toEqual([
    [first?.key, 'owed'],
    [second?.key, 'owed'],
  ]);
});

test.each([
  ['a critical watch comes at night', [{ isCritical: true }], null],
  ['one critical watch of two is enough', [{}, { isCritical: true }], null],
  ['an alert that needs approval waits for it', [{ needsApproval: true }], { kind: 'approval' }],
  ['a critical one too', [{ needsApproval: true, isCritical: true }], { kind: 'approval' }],
  [
    'a watch that needs no approval waits for no other',
    [{ needsApproval: true }, { isCritical: true }],
    null,
  ],
  [
    'what is critical is the watch that needs approval, not the alert',
    [{ needsApproval: true, isCritical: true }, {}],
    { kind: 'quiet', untilMs: Date.parse('2024-03-05T06:00:00Z') },
  ],
  [
    'a digest watch is critical for its digest only',
    [{ cadence: 'digest', isCritical: true }, {}],
    { kind: 'quiet', untilMs: Date.parse('2024-03-05T06:00:00Z') },
  ],
] as const)('at night: %s', async (_what, watches, hold) => {
  const desk = await openWatchDesk('2024-03-04T23:00:00Z', { quiet: nightHours });
  for (const [index, watch] of watches.entries()) await desk.watches(`w${index}`, watch);
  await desk.arrives(listing);
  await desk.hits(1, ...watches.map((_, index) => ({ watchId: `w${index}`, matched: [] })));

  expect((await desk.minuteAt('2024-03-04T23:01:00Z')).map((message) => message.hold)).toEqual([hold]);
});

test('at night only those are called whose own watch is critical', async () => {
  const desk = await openWatchDesk('2024-03-04T23:00:00Z', { quiet: nightHours });
  await desk.watches('w1', { mentions: [{ kind: 'person', id: 'sleeper' }] });
  await desk.watches('w2', { mentions: [{ kind: 'person', id: 'guard' }], isCritical: true });
  await desk.arrives(listing);
  await desk.hits(1, { watchId: 'w1', matched: [] }, { watchId: 'w2', matched: [] });

  const [alert] = await desk.minuteAt('2024-03-04T23:01:00Z');

  expect(alert?.mentions).toEqual([{ kind: 'person', id: 'guard' }]);
});

test('a watch that asks for approval does not speak where another tells the story without', async () => {
  const desk = await openWatchDesk('2024-03-04T12:00:00Z');
  await desk.watches('w1', { mentions: [{ kind: 'person', id: 'counsel' }], needsApproval: true });
  await desk.watches('w2', { name: 'Free' });
  await desk.arrives(listing);
  await desk.hits(1, { watchId: 'w1', matched: ['secret'] }, { watchId: 'w2', matched: ['Huawei'] });

  const [alert] = await desk.minuteAt('2024-03-04T12:01:00Z');

  expect(alert).toMatchObject({
    mentions: [],
    hold: null,
    document: { watchId: 'w2', reason: 'Watch "Free" fired: Huawei.', stories: [{ matched: ['Huawei'] }] },
  });
});
