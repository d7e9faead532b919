import { expect, test } from 'vitest';
import { runDigests } from '../../../src/deliver/run-digests.ts';
import type { DigestDecision } from '../../../src/ports/digest-store.ts';
import { nightHours, setup } from './channel-setup.ts';
import { digestSettings, openDesk, told } from './digest-desk.ts';
import { ban, fine, listing, listingUpdate } from './sample-reports.ts';

const evening = '2024-03-04T20:00:00Z';

test('a digest due in quiet hours comes when they end', async () => {
  const desk = await openDesk(evening, { quiet: { from: 7 * 60, until: 9 * 60 } });
  await desk.arrives(listing);

  expect(await desk.deliverAt('2024-03-05T08:59:00Z')).toEqual([]);
  expect(await desk.deliverAt('2024-03-05T09:00:00Z')).toHaveLength(2);
});

test('a paused channel gets no digest, and one of all that came when it goes on', async () => {
  const desk = await openDesk(evening, { isPaused: true });
  await desk.arrives(listing);
  expect(await desk.deliverAt('2024-03-05T08:00:00Z')).toEqual([]);
  await desk.arrives(ban);

  await desk.setUp(setup.ref, { isPaused: false });

  const messages = await desk.deliverAt('2024-03-05T09:00:00Z');
  expect(messages.map(({ document }) => document.kind)).toEqual(['digest', 'story', 'story']);
});

test('a digest that is asked for comes whatever hour it is, paused or not', async () => {
  const desk = await openDesk('2024-03-04T23:00:00Z', { isPaused: true, quiet: nightHours });
  await desk.arrives(listing);

  expect((await desk.deliverOnce()).map(told)[0]).toBe(`digest: ${listing.title}`);
});

test('a digest that is asked for in one channel comes in no other', async () => {
  const desk = await openDesk(evening);
  const other = { ...setup.ref, channelId: 'other' };
  await desk.setUp(other);
  await desk.arrives(listing);

  const messages = await desk.deliverOnce(other);

  expect(messages.map(({ channel }) => channel.channelId)).toEqual(['other', 'other']);
  expect(await desk.deliverAt('2024-03-05T08:00:00Z')).toHaveLength(2);
});

test('a channel that is told at once is told within the minute', async () => {
  const desk = await openDesk(evening, { plan: { kind: 'realtime' } });
  await desk.arrives(listing);

  expect(await desk.deliverAt('2024-03-04T20:01:00Z')).toHaveLength(2);
  expect(await desk.deliverAt('2024-03-04T20:02:00Z')).toEqual([]);
});

test('a channel that is told at once is not written to while there is nothing', async () => {
  const desk = await openDesk(evening, { plan: { kind: 'realtime' } });
  const before = await desk.channel();

  await desk.deliverAt('2024-03-04T20:01:00Z');

  expect(await desk.channel()).toEqual(before);
});

test('a channel that is told at once steps over what is not for it, once', async () => {
  const desk = await openDesk(evening, { plan: { kind: 'realtime' }, threshold: 1 });
  await desk.arrives(listing);

  expect(await desk.deliverAt('2024-03-04T20:01:00Z')).toEqual([]);
  expect((await desk.channel()).toldUpTo).toBe(1);
});

test('a story that was only named has no place of its own: what comes later of it is an item of the next digest', async () => {
  const desk = await openDesk(evening, { maxStories: 1 });
  for (const raw of [{ ...fine, tier: 'primary' as const }, listing]) await desk.arrives(raw);
  await desk.deliverAt('2024-03-05T08:00:00Z');
  await desk.arrives(listingUpdate);

  expect(await desk.store.postings.moved({ postedSinceMs: 0 })).toEqual([]);
  const later = await desk.deliverAt('2024-03-06T08:00:00Z');
  expect(later.map(told)[0]).toBe(`digest: ${listingUpdate.title}`);
});

test('channels that are told the same stories share one writing of each', async () => {
  const desk = await openDesk(evening);
  for (let count = 1; count < 20; count += 1) await desk.setUp({ ...setup.ref, channelId: `c${count}` });
  await desk.arrives(listing);
  await desk.arrives(ban);
  let writings = 0;
  const { fallback } = desk.tools.writers;
  const counting: typeof fallback = {
    write: (material) => {
      writings += 1;
      return fallback.write(material);
    },
  };

  const messages = await desk.deliverAt('2024-03-05T08:00:00Z', {
    writers: { preferred: counting, fallback: counting },
  });

  expect(messages).toHaveLength(60);
  expect(writings).toBe(2);
});

test('a channel that knows a part of a story shares no writing with one that knows nothing of it', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);
  await desk.deliverOnce();
  const { toldUpTo } = await desk.channel();
  await desk.arrives(listingUpdate);
  const fresh = { ...setup.ref, channelId: 'fresh' };
  await desk.setUp(fresh);
  const { digests } = desk.tools;
  const untold: typeof digests.untold = async (ref, options) => {
    const found = await digests.untold(setup.ref, { all: true });
    const known = ref.channelId === 'fresh' ? 0 : toldUpTo;
    return options.all
      ? found
      : { ...found, stories: found.stories.map((each) => ({ ...each, toldUpTo: known })) };
  };
  // The store knows better what the channel was told, and would refuse the decision as stale.
  const commit: typeof digests.commit = (decision) => digests.commit({ ...decision, storiesToldUpTo: {} });

  const messages = await desk.deliverAt('2024-03-05T08:00:00Z', { digests: { ...digests, untold, commit } });

  const items = messages.flatMap(({ document }) =>
    document.kind === 'story' ? [document.story.verdict] : [],
  );
  expect(items).toEqual(['update', 'new']);
});

test('the same material gives the same digest in whatever order the store hands it out', async () => {
  const desk = await openDesk(evening, { maxStories: 2, threshold: 0.1, mentions: [] });
  for (const raw of [listing, ban, fine, listingUpdate]) await desk.arrives(raw);
  const subject = { kind: 'story', id: 's1' } as const;
  const follow = { kind: 'follow', channel: setup.ref, subject, atMs: 0 } as const;
  const people = ['zoe', 'dana', 'lin'];
  const decisions: DigestDecision[] = [];
  for (const turn of [0, 1, 2, 3]) {
    const { digests, follows } = desk.tools;
    const tools = {
      ...desk.tools,
      follows: {
        ...follows,
        list: async () => rotated(people, turn).map((personId) => ({ ...follow, personId })),
      },
      digests: {
        ...digests,
        untold: async (...args: Parameters<typeof digests.untold>) => {
          const found = await digests.untold(...args);
          return { ...found, stories: rotated(found.stories, turn) };
        },
        commit: async (decision: DigestDecision) => {
          decisions.push(decision);
          return 'stale' as const;
        },
      },
    };
    await runDigests(tools, digestSettings, { dueOnly: false });
  }

  expect(decisions[0]?.messages).toHaveLength(3);
  expect(decisions.slice(1)).toEqual([decisions[0], decisions[0], decisions[0]]);
});

function rotated<T>(list: readonly T[], by: number): T[] {
  const turned = [...list.slice(by % list.length), ...list.slice(0, by % list.length)];
  return by % 2 === 0 ? turned : turned.reverse();
}
