import { expect, test } from 'vitest';
import { endlessAttempt } from '../../../fakes/endless-attempt.ts';
import { digestDocument, updateDocument } from '../../../fixtures/documents.ts';
import {
  ada,
  createRoute,
  discordBench,
  forum,
  idOf,
  longAlert,
  messageTo,
  news,
  partsIn,
} from './publisher-bench.ts';

test('a server that the bot was removed from is off, for its channels and people, and for a search', async () => {
  const { discord, another } = await discordBench();
  const publisher = another();
  await publisher.publish(messageTo(ada, 'zero'));
  expect(await publisher.admissionTo(news)).toEqual({ kind: 'admitted' });
  discord.kick(news.workspaceId);

  const outcomes = [
    await publisher.publish(messageTo(news, 'one')),
    await publisher.publish(messageTo(forum, 'two')),
    await publisher.find('one', news, null),
    await publisher.admissionTo(news),
  ];

  const off = { kind: 'off', problem: expect.stringContaining('not in this Discord server any more') };
  expect(outcomes).toEqual([off, off, off, off]);
});

test('a channel that the bot may not see any more is refused while the server lets it in', async () => {
  const { discord, another } = await discordBench();
  discord.removePermission(news.channelId, 'ViewChannel');

  expect(await another().publish(messageTo(news, 'one'))).toEqual({
    kind: 'refused',
    problem: expect.stringContaining('View Channel'),
  });
});

test('where it cannot be asked whether the bot is in the server, the message waits', async () => {
  const { discord, another } = await discordBench();
  discord.removePermission(news.channelId, 'ViewChannel');
  discord.failNext('GET /guilds/:guild', 500, 0);

  expect((await another().publish(messageTo(news, 'one'))).kind).toBe('postponed');
});

test('an empty history is none where the bot may not read it', async () => {
  const { discord, another } = await discordBench();
  await another().publish(messageTo(news, 'one'));
  discord.removePermission(news.channelId, 'ReadMessageHistory');

  expect(await another().find('one', news, null)).toEqual({
    kind: 'unknown',
    retryAfterMs: null,
    problem: expect.stringContaining('Read Message History'),
  });
  discord.restorePermission(news.channelId, 'ReadMessageHistory');
  expect(await another().find('two', news, null)).toEqual({ kind: 'absent' });
});

test('looks no further back than to a minute before the first try, however much came since', async () => {
  const { discord, another } = await discordBench();
  for (let count = 0; count < 150; count += 1) discord.say('Well', { channelId: news.channelId });
  const posted = await another().publish(messageTo(news, 'one'));
  for (let count = 0; count < 150; count += 1) discord.say('Well', { channelId: news.channelId });
  const nowMs = Date.now();

  expect(await another().find('one', news, null, nowMs)).toEqual(posted);
  expect(await another().find('one', news, null, nowMs + 120_000)).toEqual({ kind: 'absent' });
});

test('keeps a second between the messages of one delivery', async () => {
  const { another } = await discordBench();
  const pausesMs: number[] = [];
  const attempt = { ...endlessAttempt, pause: async (ms: number) => void pausesMs.push(ms) };

  await another().publish(messageTo(news, 'alert', longAlert(25)), attempt);

  expect(pausesMs.length).toBeGreaterThan(0);
  expect(new Set(pausesMs)).toEqual(new Set([1_000]));
});

test('posts nothing more once the attempt is over, and the next one completes it', async () => {
  const { discord, another } = await discordBench();
  let isOver = false;
  const short = {
    isOver: () => isOver,
    pause: async () => {
      isOver = true;
    },
  };

  const first = await another().publish(messageTo(news, 'alert', longAlert(25)), short);
  expect(first).toMatchObject({ kind: 'unknown', problem: expect.stringContaining('too long') });
  expect(partsIn(discord, news.channelId)).toHaveLength(1);

  const next = another();
  expect(await next.find('alert', news, null)).toEqual({ kind: 'absent' });
  expect((await next.publish(messageTo(news, 'alert', longAlert(25)))).kind).toBe('posted');
  const parts = partsIn(discord, news.channelId);
  expect(new Set(parts).size).toBe(parts.length);
});

test('a delivery that was limited after its first message is looked for, and the pause is kept', async () => {
  const { discord, another } = await discordBench();
  const pause = async () => discord.rateLimitNext(createRoute, 7);

  const outcome = await another().publish(messageTo(news, 'alert', longAlert(25)), {
    ...endlessAttempt,
    pause,
  });

  expect(outcome.kind).toBe('unknown');
  expect(outcome.kind === 'unknown' && outcome.retryAfterMs).toBeGreaterThanOrEqual(7_000);
});

test('says that what a message goes below was taken away, and of a channel that it is refused', async () => {
  const { discord, another } = await discordBench();
  const publisher = another();
  const head = idOf(await publisher.publish(messageTo(news, 'head', digestDocument())));
  const post = idOf(await publisher.publish(messageTo(forum, 'post', digestDocument())));
  discord.messageDelete(head.split('/')[1] ?? '');
  discord.threadDelete(post.split('/')[0] ?? '');

  const below = await publisher.publish(messageTo(news, 'one', updateDocument(), head));
  const inPost = await publisher.publish(messageTo(forum, 'two', updateDocument(), post));
  discord.channelDelete(news.channelId);
  const inChannel = await publisher.publish(messageTo(news, 'three'));

  expect([below.kind, inPost.kind, inChannel.kind]).toEqual(['gone', 'gone', 'refused']);
});
