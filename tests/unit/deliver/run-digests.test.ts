import { expect, test } from 'vitest';
import { runDigests } from '../../../src/deliver/run-digests.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { DigestDocument, StoryEntry } from '../../../src/domain/message-document.ts';
import { setup } from './channel-setup.ts';
import { openDesk, told } from './digest-desk.ts';
import { ban, fine, listing, listingUpdate } from './sample-reports.ts';

const evening = '2024-03-04T20:00:00Z';

function digestOf(messages: readonly Delivery[]): DigestDocument {
  const document = messages[0]?.document;
  if (document?.kind === 'digest') return document;
  throw new Error('No digest is owed.');
}

function firstStory(messages: readonly Delivery[]): StoryEntry {
  const [entry] = digestOf(messages).stories;
  if (entry) return entry;
  throw new Error('The digest has no story.');
}

test('a digest is owed when its slot has come, and not before', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);

  expect(await desk.deliverAt('2024-03-05T07:59:59Z')).toEqual([]);

  const messages = await desk.deliverAt('2024-03-05T08:00:00Z');
  expect(messages.map(told)).toEqual([`digest: ${listing.title}`, `1. ${listing.title}`]);
  expect(firstStory(messages)).toMatchObject({ verdict: 'new', whatIsNew: [] });
});

test('a slot is read on the wall clock of the channel', async () => {
  const desk = await openDesk(evening, { zone: 'Asia/Tokyo' });
  await desk.arrives(listing);

  expect(await desk.deliverAt('2024-03-04T22:59:59Z')).toEqual([]);
  expect(await desk.deliverAt('2024-03-04T23:00:00Z')).toHaveLength(2);
});

test('a slot is acted on once', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);
  await desk.deliverAt('2024-03-05T08:00:00Z');

  await desk.arrives(ban);

  expect(await desk.deliverAt('2024-03-05T08:05:00Z')).toEqual([]);
  expect((await desk.deliverAt('2024-03-06T08:00:00Z')).map(told)).toEqual([
    `digest: ${ban.title}`,
    `1. ${ban.title}`,
  ]);
});

test('a slot that found nothing is over: what comes later waits for the next', async () => {
  const desk = await openDesk(evening);
  expect(await desk.deliverAt('2024-03-05T08:00:00Z')).toEqual([]);

  await desk.arrives(listing);

  expect(await desk.deliverAt('2024-03-05T09:00:00Z')).toEqual([]);
  expect(await desk.deliverAt('2024-03-06T08:00:00Z')).toHaveLength(2);
});

test('the first digest of a channel starts at the moment it was set up', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);
  const late = { ...setup.ref, channelId: 'late' };
  await desk.setUp(late);
  await desk.arrives(ban);

  const messages = await desk.deliverAt('2024-03-05T08:00:00Z');

  const heads = messages.filter(({ threadOf }) => threadOf === null);
  expect(heads.map((head) => [head.channel.channelId, told(head)])).toEqual([
    ['terminal', expect.stringContaining(listing.title)],
    ['late', `digest: ${ban.title}`],
  ]);
});

test('slots missed while the bot was stopped are one digest', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);
  desk.clock.set('2024-03-05T12:00:00Z');
  await desk.arrives(ban);

  const messages = await desk.deliverAt('2024-03-09T13:37:00Z');

  expect(messages.filter(({ threadOf }) => threadOf === null)).toHaveLength(1);
  expect(digestOf(messages).stories).toHaveLength(2);
  expect(await desk.deliverAt('2024-03-09T13:38:00Z')).toEqual([]);
});

test('an update of a told story is told as one, what is new first, under the heading of the report that brought it', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);
  await desk.deliverAt('2024-03-05T08:00:00Z');
  const { comparison } = await desk.arrives(listingUpdate);
  expect(comparison.verdict).toBe('update');

  const entry = firstStory(await desk.deliverAt('2024-03-06T08:00:00Z'));

  expect(entry).toMatchObject({ verdict: 'update', headline: listingUpdate.title });
  const facts = [...entry.summary, ...entry.whatIsNew].map(({ text }) => text);
  expect(facts).toContain(
    'A temporary general license lets suppliers in Osaka ship repair parts until September 30.',
  );
  expect(entry.sources.map(({ title }) => title)).toEqual([listingUpdate.title, listing.title]);
});

test('a rewrite of what was told posts nothing', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);
  await desk.deliverAt('2024-03-05T08:00:00Z');
  await desk.arrives({ ...listing, url: 'https://basin.example/copy', publisher: 'Basin News' });

  expect(await desk.deliverAt('2024-03-06T08:00:00Z')).toEqual([]);
  expect((await desk.channel()).toldUpTo).toBe(2);
});

test('every sentence of a digest is cited with a quote that stands in its article', async () => {
  const desk = await openDesk(evening);
  for (const raw of [listing, listingUpdate, ban, fine]) await desk.arrives(raw);

  const { stories } = digestOf(await desk.deliverAt('2024-03-05T08:00:00Z'));

  const articles = await desk.store.articles.list({ kinds: [], sinceMs: 0, limit: 10 });
  const textOf = new Map(articles.map(({ article }) => [article.id, article.text]));
  const citations = stories.flatMap(({ summary }) => summary.flatMap((sentence) => sentence.citations));
  expect(stories.every(({ summary }) => summary.length > 0)).toBe(true);
  expect(citations.length).toBeGreaterThan(5);
  for (const { articleId, quote } of citations) expect(textOf.get(articleId)).toContain(quote);
});

test('stories under the cap are named in the digest and count as told', async () => {
  const desk = await openDesk(evening, { maxStories: 1 });
  for (const raw of [listing, ban, { ...fine, tier: 'primary' as const }]) await desk.arrives(raw);

  const messages = await desk.deliverAt('2024-03-05T08:00:00Z');

  expect(messages.map(told)).toEqual([`digest: ${fine.title}`, `1. ${fine.title}`]);
  const named = digestOf(messages).alsoTold.map(({ title }) => title);
  expect(named.toSorted()).toEqual([listing.title, ban.title].toSorted());
  expect(await desk.deliverAt('2024-03-06T08:00:00Z')).toEqual([]);
});

test('what is kept while a digest is written belongs to the next', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);
  const { fallback } = desk.tools.writers;
  const slow = {
    write: async (material: Parameters<typeof fallback.write>[0]) => {
      await desk.arrives(ban);
      return fallback.write(material);
    },
  };

  const first = await desk.deliverAt('2024-03-05T08:00:00Z', { writers: { preferred: slow, fallback } });

  expect(first.map(told)[0]).toBe(`digest: ${listing.title}`);
  expect((await desk.deliverAt('2024-03-06T08:00:00Z')).map(told)[0]).toBe(`digest: ${ban.title}`);
});

test('the same store and clock give the same digest, keys included', async () => {
  const [one, other] = await Promise.all(
    [1, 2].map(async () => {
      const desk = await openDesk(evening);
      for (const raw of [listing, ban, listingUpdate, fine]) await desk.arrives(raw);
      return desk.deliverAt('2024-03-05T08:00:00Z');
    }),
  );

  expect(one?.length).toBeGreaterThan(3);
  expect(other).toEqual(one);
});

test('of two processes that decide at once only one owes a digest', async () => {
  const desk = await openDesk(evening);
  await desk.arrives(listing);
  desk.clock.set('2024-03-05T08:00:00Z');

  const settings = { maxSentencesPerStory: 3, silenceAfterMs: 86_400_000 };
  await Promise.all([1, 2].map(() => runDigests(desk.tools, settings, { dueOnly: true })));

  const decided = desk.log.records.filter(({ sentence }) => sentence === 'Digest decided');
  expect(decided.map(({ fields }) => fields['outcome'])).toEqual(['committed', 'stale']);
  expect(await desk.store.deliveries.list({ limit: 9 })).toHaveLength(2);
});
