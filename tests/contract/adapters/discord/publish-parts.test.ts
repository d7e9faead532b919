import { expect, test } from 'vitest';
import {
  type DiscordBench,
  discordBench,
  forum,
  idOf,
  longAlert,
  messageTo,
  news,
  partsIn,
} from './publisher-bench.ts';

const inNews = ({ discord }: DiscordBench) => partsIn(discord, news.channelId);
const alert = messageTo(news, 'alert', longAlert(25));

test('posts a document that takes several messages in order, and stands for the first of them', async () => {
  const bench = await discordBench();
  const publisher = bench.another();

  const outcome = await publisher.publish(alert);

  expect(inNews(bench)).toEqual(['alert/1/3', 'alert/2/3', 'alert/3/3']);
  expect(idOf(outcome)).toBe(`${news.channelId}/${bench.discord.messagesIn(news.channelId)[0]?.id}`);
  expect(await bench.another().find('alert', news, null)).toEqual(outcome);
});

const mishaps = ['lost', 'dropped', 'failed'] as const;
const processes = ['the same process', 'another process'] as const;
const cases = mishaps.flatMap((mishap) => processes.map((process) => [mishap, process] as const));

test.each(cases)(
  'when the second of three parts is %s, %s posts only what is missing',
  async (mishap, process) => {
    const upcoming = [null, mishap];
    const bench = await discordBench({ nextMishap: () => upcoming.shift() ?? null });
    const publisher = bench.another();
    const first = await publisher.publish(alert);
    const next = process === 'another process' ? bench.another() : publisher;

    const found = await next.find('alert', news, null);
    const outcome = await next.publish(alert);

    expect(first.kind).toBe('unknown');
    expect(found).toEqual({ kind: 'absent' });
    expect(outcome).toEqual(await bench.another().find('alert', news, null));
    expect(inNews(bench)).toEqual(['alert/1/3', 'alert/2/3', 'alert/3/3']);
  },
);

test('goes on after a pause that Discord asks for between two parts', async () => {
  let nowMs = 0;
  const bench = await discordBench({ intervalMs: 5_000, nowMs: () => nowMs });
  const long = messageTo(news, 'long', longAlert(70));
  const first = await bench.another().publish(long);
  nowMs = 5_000;
  // The client of the first one would wait by the machine's clock.
  const publisher = bench.another();

  await publisher.find('long', news, null);
  const outcome = await publisher.publish(long);

  expect(first).toMatchObject({ kind: 'unknown', problem: 'Discord asks for a pause.' });
  expect(first.kind === 'unknown' && first.retryAfterMs).toBeGreaterThan(1_000);
  expect(outcome.kind).toBe('posted');
  expect(inNews(bench)).toEqual(Array.from({ length: 6 }, (_, index) => `long/${index + 1}/6`));
});

test('rewrites all parts, posts those that are added, and deletes those that are over', async () => {
  const bench = await discordBench();
  const publisher = bench.another();
  const messageId = idOf(await publisher.publish(messageTo(news, 'alert', longAlert(2))));
  await publisher.publish(messageTo(news, 'between'));

  for (const _ of ['first', 'again'])
    await publisher.revise(messageId, messageTo(news, 'more', longAlert(25)));
  const grown = inNews(bench);
  for (const _ of ['first', 'again'])
    await publisher.revise(messageId, messageTo(news, 'less', longAlert(3)));

  expect(grown).toEqual(['alert/1/3', 'between', 'alert/2/3', 'alert/3/3']);
  expect(inNews(bench)).toEqual(['alert', 'between']);
  expect(JSON.stringify(bench.discord.messagesIn(news.channelId))).toContain('Headline 2x');
});

test.each(mishaps)('carries a revision through that broke off when a new part was %s', async (mishap) => {
  const upcoming = [null, null, mishap];
  const bench = await discordBench({ nextMishap: () => upcoming.shift() ?? null });
  const publisher = bench.another();
  const messageId = idOf(await publisher.publish(messageTo(news, 'alert', longAlert(2))));
  const revision = messageTo(news, 'more', longAlert(25));

  const first = await publisher.revise(messageId, revision);
  const second = await bench.another().revise(messageId, revision);

  expect(first.kind).toBe('unknown');
  expect(second).toMatchObject({ kind: 'posted', messageId });
  expect(inNews(bench)).toEqual(['alert/1/3', 'alert/2/3', 'alert/3/3']);
});

test('keeps the parts of a forum post in the post', async () => {
  const upcoming = [null, 'dropped' as const];
  const bench = await discordBench({ nextMishap: () => upcoming.shift() ?? null });
  const post = messageTo(forum, 'post', longAlert(25));
  await bench.another().publish(post);
  const next = bench.another();

  await next.find('post', forum, null);
  const outcome = await next.publish(post);

  expect(bench.discord.threads).toHaveLength(1);
  const [thread] = bench.discord.threads;
  expect(outcome).toMatchObject({ kind: 'posted', messageId: `${thread?.id}/${thread?.id}` });
  expect(partsIn(bench.discord, thread?.id ?? '')).toEqual(['post/1/3', 'post/2/3', 'post/3/3']);
});
