import { expect, test } from 'vitest';
import { nightHours, setup } from './channel-setup.ts';
import { told } from './digest-desk.ts';
import { ban, fine, listing, listingUpdate } from './sample-reports.ts';
import { openWatchDesk } from './watch-desk.ts';

const evening = '2024-03-04T20:00:00Z';
const slot = '2024-03-05T08:00:00Z';

/** A desk whose channel was told of the listing in a digest. */
async function openToldDesk(settings: Parameters<typeof openWatchDesk>[1] = {}) {
  const desk = await openWatchDesk(evening, settings);
  const { storyId } = await desk.arrives(listing);
  const [head, item] = await desk.minuteAt(slot);
  if (!head || !storyId) throw new Error('The listing was not told.');
  return { ...desk, storyId, headKey: head.key, itemKey: item?.key ?? null };
}

test('later facts go into the thread of the digest at once, and the item is rewritten', async () => {
  const desk = await openToldDesk({ zone: 'Asia/Tokyo', plan: { kind: 'realtime' } });
  await desk.arrives(listingUpdate);

  const messages = await desk.minuteAt('2024-03-05T10:30:00Z');

  expect(messages.map(told)).toEqual([`update: ${listingUpdate.title}`, `1. ${listingUpdate.title}`]);
  expect(messages).toMatchObject([
    { threadOf: desk.headKey, revises: null, hold: null },
    {
      threadOf: desk.headKey,
      revises: desk.itemKey,
      hold: null,
      mentions: [],
      document: { revised: { atMs: Date.parse('2024-03-05T10:30:00Z'), zone: 'Asia/Tokyo' } },
    },
  ]);
  expect(messages.filter(({ key }) => !/^[\w.]{1,25}$/.test(key))).toEqual([]);
  expect(messages[0]?.document).toMatchObject({ story: { verdict: 'update' } });
});

test('an update is told once, and is no item of the next digest', async () => {
  const desk = await openToldDesk();
  await desk.arrives(listingUpdate);
  await desk.minuteAt('2024-03-05T10:30:00Z');

  expect(await desk.minuteAt('2024-03-05T10:31:00Z')).toEqual([]);
  await desk.arrives(ban);
  expect((await desk.minuteAt('2024-03-06T08:00:00Z')).map(told)[0]).toBe(`digest: ${ban.title}`);
});

test('the next digest says what changed since the last one, and the one after it does not', async () => {
  const desk = await openToldDesk();
  await desk.arrives(listingUpdate);
  await desk.minuteAt('2024-03-05T10:30:00Z');
  await desk.arrives(ban);

  const [head] = await desk.minuteAt('2024-03-06T08:00:00Z');

  expect(head?.document).toMatchObject({
    stories: [{ headline: ban.title }],
    changed: [{ storyId: desk.storyId, headline: listingUpdate.title, news: { citations: [{}] } }],
  });
  await desk.arrives(fine);
  const [later] = await desk.minuteAt('2024-03-07T08:00:00Z');
  expect(later?.document).toMatchObject({ stories: [{ headline: fine.title }], changed: [] });
});

test('of a digest in short style only the thread hears of it', async () => {
  const desk = await openToldDesk({ style: 'short' });
  await desk.arrives(listingUpdate);

  expect(await desk.minuteAt('2024-03-05T10:30:00Z')).toMatchObject([
    { document: { kind: 'update' }, threadOf: desk.headKey, revises: null },
  ]);
});

test('of an alert the thread hears of it, and the alert is rewritten and still says why it came', async () => {
  const desk = await openWatchDesk(evening);
  await desk.watches('w1');
  await desk.arrives(listing);
  await desk.hits(1, { watchId: 'w1', matched: [] });
  const [alert] = await desk.minuteAt('2024-03-04T20:01:00Z');
  await desk.arrives(listingUpdate);

  expect(await desk.minuteAt('2024-03-04T20:30:00Z')).toMatchObject([
    { document: { kind: 'update' }, threadOf: alert?.key, revises: null },
    {
      document: {
        kind: 'alert',
        watchId: 'w1',
        reason: expect.stringContaining('fired'),
        stories: [{ story: { verdict: 'update' }, revised: { atMs: Date.parse('2024-03-04T20:30:00Z') } }],
      },
      threadOf: null,
      revises: alert?.key,
    },
  ]);
});

test('followers of the story are called by the reply, and not again by the revision', async () => {
  const desk = await openToldDesk();
  await desk.follows('follow', { kind: 'story', id: desk.storyId }, 'dana');
  await desk.arrives(listingUpdate);

  const messages = await desk.minuteAt('2024-03-05T10:30:00Z');

  expect(messages.map(({ mentions }) => mentions)).toEqual([[{ kind: 'person', id: 'dana' }], []]);
});

test('a rewrite of what was told posts nothing and is done with', async () => {
  const desk = await openToldDesk();
  await desk.arrives({ ...listing, url: 'https://basin.example/copy', publisher: 'Basin News' });

  expect(await desk.minuteAt('2024-03-05T10:30:00Z')).toEqual([]);
  expect(await desk.store.postings.moved({ postedSinceMs: 0 })).toEqual([]);
});

test('a muted story is silent, and stays told when it is heard again', async () => {
  const desk = await openToldDesk();
  await desk.follows('mute', { kind: 'story', id: desk.storyId });
  await desk.arrives(listingUpdate);

  expect(await desk.minuteAt('2024-03-05T10:30:00Z')).toEqual([]);
  expect(await desk.store.postings.moved({ postedSinceMs: 0 })).toEqual([]);
});

test('an update waits for the end of the quiet hours', async () => {
  const desk = await openToldDesk({ quiet: nightHours });
  desk.clock.set('2024-03-05T23:00:00Z');
  await desk.arrives(listingUpdate);

  expect(await desk.minuteAt('2024-03-06T05:59:00Z')).toEqual([]);
  expect(await desk.minuteAt('2024-03-06T06:00:00Z')).toHaveLength(2);
});

test('an update waits while the channel is paused, and goes to its thread when it goes on', async () => {
  const desk = await openToldDesk();
  await desk.setUp(setup.ref, { isPaused: true });
  await desk.arrives(listingUpdate);
  expect(await desk.minuteAt('2024-03-06T08:00:00Z')).toEqual([]);

  await desk.setUp(setup.ref, { isPaused: false });

  expect((await desk.minuteAt('2024-03-06T09:00:00Z')).map(told)[0]).toBe(`update: ${listingUpdate.title}`);
});

test('where digests need approval, updates and revisions need it too', async () => {
  const desk = await openToldDesk();
  await desk.setUp(setup.ref, { needsApproval: true });
  await desk.arrives(listingUpdate);

  const messages = await desk.minuteAt('2024-03-05T10:30:00Z');

  expect(messages.map(({ hold }) => hold)).toEqual([{ kind: 'approval' }, { kind: 'approval' }]);
});

test('after 14 days a story that moves is a new item of the next digest, and stands there from then on', async () => {
  const desk = await openToldDesk();
  desk.clock.set('2024-03-19T08:00:01Z');
  await desk.arrives(listingUpdate);

  expect(await desk.minuteAt('2024-03-19T08:00:01Z')).toEqual([
    expect.objectContaining({ document: expect.objectContaining({ kind: 'digest' }) }),
    expect.objectContaining({ document: expect.objectContaining({ kind: 'story' }), revises: null }),
  ]);
});

test('to the last millisecond of 14 days it goes into the old thread', async () => {
  const desk = await openToldDesk();
  desk.clock.set('2024-03-19T08:00:00Z');
  await desk.arrives(listingUpdate);

  expect((await desk.minuteAt('2024-03-19T08:00:00Z')).map(told)[0]).toBe(`update: ${listingUpdate.title}`);
});

test('the reply says what came since, and not again what was told', async () => {
  const desk = await openToldDesk();
  await desk.arrives(listingUpdate);

  const [reply, revision] = await desk.minuteAt('2024-03-05T10:30:00Z');

  const cited = (message: typeof reply) =>
    message?.document.kind === 'update' || message?.document.kind === 'story'
      ? message.document.story.summary.flatMap(({ citations }) => citations.map(({ publisher }) => publisher))
      : [];
  expect(new Set(cited(reply))).toEqual(new Set([listingUpdate.publisher]));
  expect(cited(revision).length).toBeGreaterThanOrEqual(cited(reply).length);
});
