import { expect, test } from 'vitest';
import { announcements, createRoute, discordBench, longAlert, messageTo } from './publisher-bench.ts';

const crosspost = 'POST /channels/:channel/messages/:message/crosspost';
const options = { crossposts: () => true };

test('passes on all messages of a delivery', async () => {
  const { discord, another } = await discordBench();

  await another(options).publish(messageTo(announcements, 'one', longAlert(25)));

  expect(discord.messages.length).toBeGreaterThan(1);
  expect(discord.messages.every(({ isCrossposted }) => isCrossposted)).toBe(true);
});

test('passes on the others when one fails', async () => {
  const { discord, log, another } = await discordBench();
  discord.failNext(crosspost, 500, 0);

  const outcome = await another(options).publish(messageTo(announcements, 'one', longAlert(25)));

  expect(outcome.kind).toBe('posted');
  expect(discord.messages.map(({ isCrossposted }) => isCrossposted)[0]).toBe(false);
  expect(discord.messages.slice(1).every(({ isCrossposted }) => isCrossposted)).toBe(true);
  expect(log.sentences('warn')).toEqual(['Message was not crossposted']);
});

test('passes on a message that is found after what Discord said of it was lost', async () => {
  const { discord, log, another } = await discordBench();
  discord.hangUpNext(createRoute, 'lost');
  const first = await another(options).publish(messageTo(announcements, 'one'));

  const found = await another(options).find('one', announcements, null);
  await another(options).find('one', announcements, null);

  expect([first.kind, found.kind]).toEqual(['unknown', 'posted']);
  expect(discord.messages.map(({ isCrossposted }) => isCrossposted)).toEqual([true]);
  expect(log.records).toEqual([]);
});
