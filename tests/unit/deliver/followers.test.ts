import { expect, test } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery.ts';
import { personOf } from '../../../src/domain/workspace.ts';
import { nightHours, setup } from './channel-setup.ts';
import { ban, listing, listingUpdate } from './sample-reports.ts';
import { openWatchDesk } from './watch-desk.ts';

// How followers hear of digests, alerts and updates, from the follow to the message that is owed.

const evening = '2024-03-04T20:00:00Z';
const morning = '2024-03-05T08:00:00Z';

/** What the followers are owed, and what the channel is. */
function parted(messages: readonly Delivery[]) {
  return {
    own: messages.filter(({ channel }) => personOf(channel) !== null),
    shown: messages.filter(({ channel }) => personOf(channel) === null),
  };
}

const people = (messages: readonly Delivery[]) => messages.map(({ channel }) => personOf(channel));

/** A desk where the listing arrived, and Dana and Zoe follow it. */
async function openFollowedDesk(settings: Parameters<typeof openWatchDesk>[1] = {}) {
  const desk = await openWatchDesk(evening, settings);
  const { storyId } = await desk.arrives(listing);
  if (!storyId) throw new Error('The listing is in no story.');
  for (const person of ['zoe', 'dana']) await desk.follows('follow', { kind: 'story', id: storyId }, person);
  return { ...desk, storyId };
}

test('of an update each follower is written to once, and nobody is called', async () => {
  const desk = await openFollowedDesk();
  await desk.minuteAt(morning);
  await desk.tellsFollowers('dm');
  await desk.arrives(listingUpdate);

  const { own, shown } = parted(await desk.minuteAt('2024-03-05T10:30:00Z'));

  expect(shown.map(({ mentions }) => mentions)).toEqual([[], []]);
  expect(people(own)).toEqual(['dana', 'zoe']);
  const told = shown[0]?.document.kind === 'update' ? shown[0].document.story : null;
  const [news] = [...(told?.whatIsNew ?? []), ...(told?.summary ?? [])];
  expect(own[0]).toMatchObject({
    ...{ state: 'owed', hold: null, threadOf: null, revises: null },
    document: {
      kind: 'notice',
      paragraphs: [
        listingUpdate.title,
        expect.stringMatching(/^.{20,} \(.+, .+2024\)$/),
        'It stands in #newsroom.',
      ],
    },
  });
  expect(JSON.stringify(own[0]?.document)).toContain(news?.text);
  expect(parted(await desk.minuteAt('2024-03-05T10:31:00Z')).own).toEqual([]);
});

test('an update calls the role that stands for the followers', async () => {
  const desk = await openFollowedDesk();
  await desk.minuteAt(morning);
  await desk.tellsFollowers({ role: 'R2' });
  await desk.arrives(listingUpdate);

  const { own, shown } = parted(await desk.minuteAt('2024-03-05T10:30:00Z'));

  expect(shown.map(({ mentions }) => mentions)).toEqual([[{ kind: 'role', id: 'R2' }], []]);
  expect(own).toEqual([]);
});

test.each(['full', 'short'] as const)(
  'of a digest in %s style each follower is written to once',
  async (style) => {
    const desk = await openFollowedDesk({ style });
    await desk.tellsFollowers('dm');
    await desk.arrives(ban);

    const { own, shown } = parted(await desk.minuteAt(morning));

    expect(shown.flatMap(({ mentions }) => mentions)).toEqual([]);
    expect(people(own)).toEqual(['dana', 'zoe']);
    expect(own[0]?.document).toMatchObject({ paragraphs: expect.arrayContaining([listing.title]) });
    expect(JSON.stringify(own.map(({ document }) => document))).not.toContain(ban.title);
  },
);

test('in short style one notice tells of all the stories that somebody follows', async () => {
  const desk = await openFollowedDesk({ style: 'short' });
  await desk.tellsFollowers('dm');
  const { storyId } = await desk.arrives(ban);
  await desk.follows('follow', { kind: 'story', id: storyId ?? '' }, 'dana');

  const { own } = parted(await desk.minuteAt(morning));

  expect(people(own)).toEqual(['dana', 'zoe']);
  expect(own[0]?.document).toMatchObject({
    paragraphs: expect.arrayContaining([listing.title, ban.title, 'They stand in #newsroom.']),
  });
});

test('a digest calls the role once, however many of its stories are followed', async () => {
  const desk = await openFollowedDesk();
  await desk.tellsFollowers({ role: 'R2' });
  const { storyId } = await desk.arrives(ban);
  await desk.follows('follow', { kind: 'story', id: storyId ?? '' }, 'dana');

  const { own, shown } = parted(await desk.minuteAt(morning));

  expect(shown).toHaveLength(3);
  expect(shown.flatMap(({ mentions }) => mentions)).toEqual([{ kind: 'role', id: 'R2' }]);
  expect(own).toEqual([]);
});

test('a digest calls no role again that the channel calls to each of its digests', async () => {
  const desk = await openFollowedDesk({ mentions: [{ kind: 'role', id: 'R2' }] });
  await desk.tellsFollowers({ role: 'R2' });

  const { shown } = parted(await desk.minuteAt(morning));

  expect(shown.map(({ mentions }) => mentions)).toEqual([[{ kind: 'role', id: 'R2' }], []]);
});

test('what waits for approval is told to nobody before', async () => {
  const desk = await openFollowedDesk({ needsApproval: true });
  await desk.tellsFollowers('dm');

  const { own, shown } = parted(await desk.minuteAt(morning));

  expect(own.map(({ state, hold }) => [state, hold])).toEqual(Array(2).fill(['held', { kind: 'approval' }]));
  const audit = { atMs: desk.clock.nowMs(), ...setup.ref, personId: 'admin', command: 'deliveries approve' };
  const entry = { ...audit, subject: 'delivery', before: null, after: null };
  await desk.store.desk.approve(shown[0]?.key ?? '', entry);
  expect((await desk.store.deliveries.list({ limit: 9, state: 'held' })).map(({ key }) => key)).toEqual([]);
});

test('of an alert the followers of the watch and of the story are written to, and who is named in it is called', async () => {
  const desk = await openFollowedDesk();
  await desk.tellsFollowers('dm');
  await desk.watches('w1', { mentions: [{ kind: 'person', id: 'legal' }] });
  await desk.follows('follow', { kind: 'watch', id: 'w1' }, 'yan');
  await desk.follows('follow', { kind: 'watch', id: 'w1' }, 'dana');
  await desk.arrives(listingUpdate);
  await desk.hits(2, { watchId: 'w1', matched: [] });

  const { own, shown } = parted(await desk.minuteAt('2024-03-04T20:05:00Z'));

  expect(shown.map(({ mentions }) => mentions)).toEqual([[{ kind: 'person', id: 'legal' }]]);
  expect(people(own).toSorted()).toEqual(['dana', 'yan', 'zoe']);
});

test('of an alert at night followers hear in the morning, with the alert', async () => {
  const desk = await openFollowedDesk({ quiet: nightHours });
  await desk.tellsFollowers('dm');
  await desk.watches('w1');
  await desk.arrives(listingUpdate);
  await desk.hits(2, { watchId: 'w1', matched: [] });

  const { own, shown } = parted(await desk.minuteAt('2024-03-04T23:05:00Z'));

  const untilMs = Date.parse('2024-03-05T06:00:00Z');
  expect(shown.map(({ hold }) => hold)).toEqual([{ kind: 'quiet', untilMs }]);
  expect(own.map(({ state, hold }) => [state, hold])).toEqual(
    Array(2).fill(['held', { kind: 'quiet', untilMs }]),
  );
});

test('of a critical alert at night only those are written to who follow a critical watch, or the story', async () => {
  const desk = await openFollowedDesk({ quiet: nightHours });
  await desk.tellsFollowers('dm');
  await desk.watches('w1', { isCritical: true });
  await desk.watches('w2');
  await desk.follows('follow', { kind: 'watch', id: 'w1' }, 'yan');
  await desk.follows('follow', { kind: 'watch', id: 'w2' }, 'sleeper');
  await desk.arrives(listingUpdate);
  await desk.hits(2, { watchId: 'w1', matched: [] }, { watchId: 'w2', matched: [] });

  const { own } = parted(await desk.minuteAt('2024-03-04T23:05:00Z'));

  expect(people(own).toSorted()).toEqual(['dana', 'yan', 'zoe']);
  expect(own.map(({ hold }) => hold)).toEqual([null, null, null]);
});

test('an alert calls the role once, for its watch and its story', async () => {
  const desk = await openFollowedDesk();
  await desk.tellsFollowers({ role: 'R2' });
  await desk.watches('w1', { mentions: [{ kind: 'person', id: 'legal' }] });
  await desk.follows('follow', { kind: 'watch', id: 'w1' }, 'yan');
  await desk.arrives(listingUpdate);
  await desk.hits(2, { watchId: 'w1', matched: [] });

  const { own, shown } = parted(await desk.minuteAt('2024-03-04T20:05:00Z'));

  expect(shown.map(({ mentions }) => mentions)).toEqual([
    [
      { kind: 'person', id: 'legal' },
      { kind: 'role', id: 'R2' },
    ],
  ]);
  expect(own).toEqual([]);
});
