import { expect, test } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { AlertDocument } from '../../../src/domain/message-document.ts';
import { setup } from './channel-setup.ts';
import { told } from './digest-desk.ts';
import { ban, fine, listing, listingUpdate } from './sample-reports.ts';
import { openWatchDesk } from './watch-desk.ts';

const evening = '2024-03-04T20:00:00Z';
const soon = '2024-03-04T20:01:00Z';

function alertOf(message: Delivery | undefined): AlertDocument {
  if (message?.document.kind === 'alert') return message.document;
  throw new Error('No alert is owed.');
}

test('a realtime watch alerts at once, says why, and sets the words off', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1', { name: 'Gallium' });
  await desk.arrives(listing);
  await desk.hits(1, { watchId: 'w1', matched: ['gallium', 'Huawei'] });

  const messages = await desk.minuteAt(soon);

  expect(messages.map(told)).toEqual([`alert: ${listing.title}`]);
  expect(messages[0]).toMatchObject({ threadOf: null, revises: null, hold: null });
  expect(alertOf(messages[0])).toMatchObject({
    watchId: 'w1',
    watchName: 'Gallium',
    reason: 'Watch "Gallium" fired: gallium, Huawei.',
    stories: [{ matched: ['gallium', 'Huawei'] }],
  });
  expect(await desk.fates()).toEqual([{ watchId: 'w1', state: 'told', remark: null }]);
});

test('a story that an alert told is no item of the digest', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1');
  await desk.arrives(listing);
  await desk.arrives(ban);
  await desk.hits(1, { watchId: 'w1', matched: ['Huawei'] });
  await desk.minuteAt(soon);

  expect((await desk.minuteAt('2024-03-05T08:00:00Z')).map(told)).toEqual([
    `digest: ${ban.title}`,
    `1. ${ban.title}`,
  ]);
});

test('two watches that one story sets off are one alert, with the reasons of both and all whom they call', async () => {
  const desk = await openWatchDesk(evening);
  const [dana, zoe] = ['dana', 'zoe'].map((id) => ({ kind: 'person' as const, id }));
  if (!dana || !zoe) throw new Error('There is nobody to call.');
  await desk.watches('w1', { name: 'Parts', mentions: [dana] });
  await desk.watches('w2', { name: 'Entity List', mentions: [zoe, dana] });
  await desk.arrives(listing);
  await desk.arrives(listingUpdate);
  await desk.hits(1, { watchId: 'w2', matched: ['Entity List'] });
  await desk.hits(
    2,
    { watchId: 'w1', matched: ['repair'] },
    { watchId: 'w2', matched: ['list', 'Entity List'] },
  );

  const messages = await desk.minuteAt(soon);

  expect(messages).toHaveLength(1);
  expect(alertOf(messages[0])).toMatchObject({
    watchId: 'w2',
    reason: 'Watch "Entity List" fired: Entity List, list. Watch "Parts" fired: repair.',
    stories: [{ matched: ['Entity List', 'repair', 'list'] }],
  });
  expect(messages[0]?.mentions).toEqual([zoe, dana]);
  expect((await desk.fates()).map(({ state }) => state)).toEqual(['told', 'told', 'told']);
});

test('two stories are two alerts, in the order in which they came', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1');
  await desk.arrives(ban);
  await desk.arrives(listing);
  await desk.hits(1, { watchId: 'w1', matched: ['ZTE'] });
  await desk.hits(2, { watchId: 'w1', matched: ['Huawei'] });

  expect((await desk.minuteAt(soon)).map(told)).toEqual([`alert: ${ban.title}`, `alert: ${listing.title}`]);
});

test('an alert is the item and the thread of its story, and calls its followers', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1');
  await desk.follows('follow', { kind: 'watch', id: 'w1' }, 'lin');
  const { storyId } = await desk.arrives(listing);
  await desk.follows('follow', { kind: 'story', id: storyId ?? '' }, 'dana');
  await desk.hits(1, { watchId: 'w1', matched: [] });

  const [alert] = await desk.minuteAt(soon);
  await desk.arrives(listingUpdate);
  const [moved] = await desk.store.postings.moved({ postedSinceMs: 0 });

  expect(alert?.mentions.map(({ id }) => id)).toEqual(['lin', 'dana']);
  expect(alertOf(alert).reason).toBe('Watch "Watch w1" fired.');
  expect(moved?.posting).toMatchObject({ itemKey: alert?.key, threadKey: alert?.key, rank: 1, toldUpTo: 1 });
});

test('a digest watch waits for the digest, and comes just before it with all its stories', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1', { cadence: 'digest', name: 'Lists' });
  for (const raw of [fine, { ...listing, tier: 'primary' as const }, ban]) await desk.arrives(raw);
  await desk.hits(1, { watchId: 'w1', matched: ['SMIC'] });
  await desk.hits(2, { watchId: 'w1', matched: ['Entity List'] });
  expect(await desk.minuteAt(soon)).toEqual([]);
  expect(await desk.fates()).toMatchObject([{ state: 'pending' }, { state: 'pending' }]);

  const messages = await desk.minuteAt('2024-03-05T08:00:00Z');

  expect(messages.map(told)).toEqual([
    `alert: ${listing.title} | ${fine.title}`,
    `digest: ${ban.title}`,
    `1. ${ban.title}`,
  ]);
  expect(alertOf(messages[0]).reason).toBe('Watch "Lists" fired: SMIC, Entity List.');
});

test('an alert of several stories is only the thread of what comes later', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1', { cadence: 'digest' });
  for (const raw of [fine, listing]) await desk.arrives(raw);
  for (const sequence of [1, 2]) await desk.hits(sequence, { watchId: 'w1', matched: [] });
  const [alert] = await desk.minuteAt('2024-03-05T08:00:00Z');
  await desk.arrives(listingUpdate);

  const messages = await desk.minuteAt('2024-03-05T09:00:00Z');

  expect(messages).toMatchObject([{ document: { kind: 'update' }, threadOf: alert?.key }]);
});

test('a digest watch of a story that is told at once goes with it, and its people are called', async () => {
  const desk = await openWatchDesk(evening);
  const dana = { kind: 'person', id: 'dana' } as const;
  await desk.watches('w1', { cadence: 'digest', mentions: [dana], isCritical: true });
  await desk.watches('w2', { cadence: 'realtime' });
  await desk.arrives(listing);
  await desk.hits(1, { watchId: 'w1', matched: [] }, { watchId: 'w2', matched: [] });

  const messages = await desk.minuteAt(soon);

  expect(messages.map(({ mentions }) => mentions)).toEqual([[dana]]);
  expect((await desk.fates()).map(({ state }) => state)).toEqual(['told', 'told']);
});

test('a paused channel still gets its alerts', async () => {
  const desk = await openWatchDesk(evening, { isPaused: true });
  await desk.watches('w1');
  await desk.arrives(listing);
  await desk.hits(1, { watchId: 'w1', matched: [] });

  expect(await desk.minuteAt(soon)).toHaveLength(1);
});

test('what the channel was told of already is not told again', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1');
  await desk.arrives(listing);
  await desk.haveLooked();
  await desk.deliverOnce();
  await desk.hits(1, { watchId: 'w1', matched: [] });

  expect(await desk.minuteAt(soon)).toEqual([]);
  expect(await desk.fates()).toEqual([
    { watchId: 'w1', state: 'not_told', remark: 'The channel was told of it already.' },
  ]);
});

test('a rewrite of known facts sets off no alert', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1');
  await desk.arrives(listing);
  await desk.haveLooked();
  await desk.deliverOnce();
  await desk.arrives({ ...listing, url: 'https://basin.example/copy', publisher: 'Basin News' });
  await desk.hits(2, { watchId: 'w1', matched: [] });

  expect(await desk.minuteAt(soon)).toEqual([]);
  expect(await desk.fates()).toMatchObject([
    { state: 'not_told', remark: 'It says nothing that was not known before.' },
  ]);
});

test('a muted story and a muted watch set off no alert, and the other watches go on', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1');
  await desk.watches('w2');
  const { storyId } = await desk.arrives(ban);
  await desk.arrives(listing);
  await desk.follows('mute', { kind: 'story', id: storyId ?? '' });
  await desk.follows('mute', { kind: 'watch', id: 'w1' });
  await desk.hits(1, { watchId: 'w2', matched: [] });
  await desk.hits(2, { watchId: 'w1', matched: [] }, { watchId: 'w2', matched: [] });

  expect((await desk.minuteAt(soon)).map(told)).toEqual([`alert: ${listing.title}`]);
  expect(await desk.fates()).toEqual([
    { watchId: 'w2', state: 'not_told', remark: 'The story is muted in this channel.' },
    { watchId: 'w1', state: 'not_told', remark: 'The watch is muted in this channel.' },
    { watchId: 'w2', state: 'told', remark: null },
  ]);
});

test('a critical watch is heard although its story and it itself are muted', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1', { isCritical: true });
  const { storyId } = await desk.arrives(listing);
  await desk.follows('mute', { kind: 'story', id: storyId ?? '' });
  await desk.follows('mute', { kind: 'watch', id: 'w1' });
  await desk.hits(1, { watchId: 'w1', matched: [] });

  expect((await desk.minuteAt(soon)).map(told)).toEqual([`alert: ${listing.title}`]);
});

test('hits of two channels are decided apart, each in its own', async () => {
  const desk = await openWatchDesk(evening);
  const other = { ...setup.ref, channelId: 'other' };
  await desk.setUp(other);
  await desk.watches('w1');
  await desk.watches('w2', { channel: other });
  await desk.arrives(listing);
  await desk.hits(1, { watchId: 'w1', matched: [] }, { watchId: 'w2', matched: [] });

  const messages = await desk.minuteAt(soon);

  expect(messages.map(({ channel }) => channel.channelId)).toEqual(['terminal', 'other']);
  expect(new Set(messages.map(({ key }) => key)).size).toBe(2);
  expect(messages.filter(({ key }) => !/^[\w.]{1,25}$/.test(key))).toEqual([]);
});
