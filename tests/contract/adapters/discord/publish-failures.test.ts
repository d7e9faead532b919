import { expect, test } from 'vitest';
import { createDiscordRest } from '../../../../adapters/discord/rest-client.ts';
import { Secret } from '../../../../src/domain/config.ts';
import { sampleGuild } from '../../../fakes/discord/options.ts';
import { noticeDocument } from '../../../fixtures/documents.ts';
import {
  ada,
  announcements,
  createRoute,
  discordBench,
  forum,
  idOf,
  messageTo,
  news,
  partsIn,
} from './publisher-bench.ts';

test('passes the pause on that Discord asks for, without waiting itself', async () => {
  const { discord, another } = await discordBench();
  discord.rateLimitNext(createRoute, 7);

  const outcome = await another().publish(messageTo(news, 'one'));

  expect(outcome).toEqual({
    kind: 'postponed',
    retryAfterMs: expect.any(Number),
    problem: 'Discord asks for a pause.',
  });
  expect(outcome.kind === 'postponed' && outcome.retryAfterMs).toBeGreaterThanOrEqual(7_000);
  expect(discord.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('does not know what became of a message whose answer was lost, and finds it', async () => {
  const { discord, another } = await discordBench();
  discord.hangUpNext(createRoute, 'lost');

  const outcome = await another().publish(messageTo(news, 'one'));

  expect(outcome).toEqual({
    kind: 'unknown',
    retryAfterMs: null,
    problem: expect.stringMatching(/^Discord .*\.$/),
  });
  expect(await another().find('one', news, null)).toMatchObject({ kind: 'posted' });
});

test('sends nothing a second time by itself', async () => {
  const { discord, another } = await discordBench();
  discord.failNext(createRoute, 500, 0);

  const outcome = await another().publish(messageTo(news, 'one'));

  expect(outcome.kind).toBe('unknown');
  expect(discord.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('says what is wrong and what to do when the channel is gone, or the bot may not post', async () => {
  const { discord, another } = await discordBench();
  discord.channelDelete(news.channelId);
  discord.removePermission(announcements.channelId, 'SendMessages');

  const gone = await another().publish(messageTo(news, 'one'));
  const mute = await another().publish(messageTo(announcements, 'two'));

  expect(gone).toEqual({
    kind: 'refused',
    problem: expect.stringMatching(/not there any more.*Set up another/),
  });
  expect(mute).toEqual({ kind: 'refused', problem: expect.stringMatching(/lacks a permission.*Give it/) });
  expect(await another().find('one', news, null)).toEqual({ kind: 'absent' });
});

test('does not call a message absent when it could not look', async () => {
  const { discord, another } = await discordBench();
  discord.failNext('GET /channels/:channel/messages', 500, 0);

  expect(await another().find('one', news, null)).toEqual({
    kind: 'unknown',
    retryAfterMs: null,
    problem: expect.stringMatching(/\.$/),
  });
});

test('looks again after a short pause that Discord asks for, and not after a long one', async () => {
  const { discord, another } = await discordBench();
  const posted = await another().publish(messageTo(news, 'one'));
  discord.rateLimitNext('GET /channels/:channel/messages', 0.01);

  const found = await another().find('one', news, null);
  discord.rateLimitNext('GET /channels/:channel/messages', 3_600);
  const later = await another().find('one', news, null);

  expect(found).toEqual(posted);
  expect(later).toMatchObject({ kind: 'unknown', problem: 'Discord asks for a pause.' });
  expect(later.kind === 'unknown' && later.retryAfterMs).toBeGreaterThan(3_000_000);
});

test('says how to mend a forum that asks for a tag which it has not', async () => {
  const channels = [{ id: forum.channelId, kind: 'forum', needsTag: true }] as const;
  const { another } = await discordBench({ guilds: [{ ...sampleGuild, channels }] });

  const outcome = await another().publish(messageTo(forum, 'one'));

  expect(outcome).toEqual({
    kind: 'refused',
    problem: expect.stringMatching(/asks for a tag.*Give it tags/),
  });
});

test('refuses what is written to a person who takes no messages', async () => {
  const members = [{ id: '300000000000000001', refusesDirectMessages: true }];
  const { another } = await discordBench({ guilds: [{ ...sampleGuild, members }] });

  const outcome = await another().publish(messageTo(ada, 'one'));

  expect(outcome).toEqual({ kind: 'refused', problem: expect.stringContaining('takes no direct messages') });
});

test('keeps messages for a new token, and never says the one that is refused', async () => {
  const { discord, another } = await discordBench();
  const token = new Secret('a-wrong-token');
  const rest = createDiscordRest({ token, apiUrl: discord.restUrl });
  const publisher = another({ rest });

  const outcomes = [
    await publisher.publish(messageTo(news, 'one')),
    await publisher.publish(messageTo(news, 'one')),
  ];

  const expected = {
    kind: 'off',
    problem: expect.stringContaining('DISCORD_TOKEN'),
  };
  expect(outcomes).toEqual([expected, expected]);
  expect(await publisher.admissionTo(news)).toEqual(expected);
  expect(await publisher.find('one', news, null)).toEqual(expected);
  expect(JSON.stringify(outcomes)).not.toContain('a-wrong-token');
});

test('says that a message which is to be rewritten was deleted', async () => {
  const { discord, another } = await discordBench();
  const publisher = another();
  const messageId = idOf(await publisher.publish(messageTo(news, 'one')));
  discord.messageDelete(messageId.split('/')[1] ?? '');

  const outcome = await publisher.revise(messageId, messageTo(news, 'again'));

  expect(outcome).toEqual({ kind: 'gone', problem: expect.stringContaining('deleted') });
});

test('finds a message among hundreds, and none of another author with the same key', async () => {
  const { discord, another } = await discordBench();
  const publisher = another();
  const posted = await publisher.publish(messageTo(news, 'one'));
  for (let index = 0; index < 250; index += 1) discord.say('So it goes.', { channelId: news.channelId });

  expect(await another().find('one', news, null)).toEqual(posted);
  expect(await another().find('So it goes.', news, null)).toEqual({ kind: 'absent' });
});

test('rewrites a message in the layout in which it stands, whatever is set now', async () => {
  const { discord, another } = await discordBench();
  const first = idOf(await another({ layout: 'embeds' }).publish(messageTo(news, 'old')));
  const second = idOf(await another().publish(messageTo(news, 'new')));
  const document = noticeDocument({ heading: 'Revised' });

  await another().revise(first, messageTo(news, 'a', document));
  await another({ layout: 'embeds' }).revise(second, messageTo(news, 'b', document));

  const [old, next] = discord.messagesIn(news.channelId);
  expect(old?.embeds[0]).toMatchObject({ description: expect.stringContaining('Revised') });
  expect(next?.flags).toBe(32_768);
  expect(JSON.stringify(next?.components)).toContain('Revised');
});

test('passes on what an announcement channel says where that is wished, and a failure of it changes nothing', async () => {
  const { discord, log, another } = await discordBench();
  const publisher = another({ crossposts: ({ channelId }) => channelId === announcements.channelId });
  await publisher.publish(messageTo(announcements, 'one'));
  await publisher.publish(messageTo(news, 'two'));
  discord.failNext('POST /channels/:channel/messages/:message/crosspost', 403, 50_013);

  const outcome = await publisher.publish(messageTo(announcements, 'three'));

  expect(discord.messages.map(({ isCrossposted }) => isCrossposted)).toEqual([true, false, false]);
  expect(outcome.kind).toBe('posted');
  expect(log.records.map(({ sentence }) => sentence)).toEqual(['Message was not crossposted']);
  expect(partsIn(discord, announcements.channelId)).toEqual(['one', 'three']);
});
