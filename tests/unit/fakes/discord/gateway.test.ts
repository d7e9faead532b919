import { Client, Events, GatewayIntentBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { sampleGuild } from '../../../fakes/discord/options.ts';
import { loggedIn, openFake } from './real-client.ts';

function loginProblem(restUrl: string, token: string, intents: number): Promise<unknown> {
  const client = new Client({ intents, rest: { api: restUrl, version: '10', retries: 0 } });
  onTestFinished(() => client.destroy());
  return client.login(token).then(
    () => null,
    (error: unknown) => error,
  );
}

test('the real client logs in and knows the guild with its channels and its own permissions', async () => {
  const fake = await openFake();

  const client = await loggedIn(fake);

  const guild = client.guilds.cache.get(sampleGuild.id);
  const me = guild?.members.me;
  expect(client.user.id).toBe(fake.applicationId);
  expect(guild?.channels.cache.map((channel) => channel.name)).toEqual([
    'news',
    'general',
    'announcements',
    'stories',
  ]);
  const news = guild?.channels.cache.get(sampleGuild.channels[0].id);
  expect(me && news?.permissionsFor(me).has('SendMessages')).toBe(true);
  expect(fake.gateway).toMatchObject({ connections: 1, open: 1, closes: [] });
});

test('a wrong token is refused before the Gateway is asked', async () => {
  const fake = await openFake();

  expect(await loginProblem(fake.restUrl, 'wrong.fake.token', 1)).toMatchObject({ code: 'TokenInvalid' });

  expect(fake.invalidRequests).toBe(1);
});

test.each([
  ['message content', GatewayIntentBits.MessageContent, 4014],
  ['an intent that is none', 1 << 30, 4013],
])('IDENTIFY that asks for %s is closed', async (_, intents, code) => {
  const fake = await openFake();

  expect(await loginProblem(fake.restUrl, fake.token, 1 | intents)).toBeInstanceOf(Error);

  expect(fake.gateway.closes).toEqual([code]);
});

test('a granted privileged intent is taken', async () => {
  const fake = await openFake({ privilegedIntents: GatewayIntentBits.MessageContent });

  await loggedIn(fake, [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent]);

  expect(fake.gateway.identifies).toHaveLength(1);
});

test('what a person writes is empty to the bot unless the bot is mentioned or it is a direct message', async () => {
  const fake = await openFake();
  const client = await loggedIn(fake);
  const read: string[] = [];
  client.on(Events.MessageCreate, (message) => read.push(message.content));

  fake.say('to all');
  fake.mention('to the bot');
  fake.directMessage('between us');
  await fake.until(() => read.length === 3);

  expect(read).toEqual(['', `<@${fake.applicationId}> to the bot`, 'between us']);
});

test('the real client resumes after a drop and hears what it missed', async () => {
  const fake = await openFake();
  const client = await loggedIn(fake);
  const read: string[] = [];
  client.on(Events.MessageCreate, (message) => read.push(message.content));

  fake.dropConnection(4000);
  await fake.until(() => fake.gateway.open === 0);
  fake.mention('missed');
  await fake.until(() => read.length === 1);

  expect(read).toEqual([`<@${fake.applicationId}> missed`]);
  expect([fake.gateway.identifies.length, fake.gateway.resumes.length]).toEqual([1, 1]);
});

test('the real client resumes when it is asked to reconnect, and does not when its session is gone', async () => {
  const fake = await openFake();
  const client = await loggedIn(fake);
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));

  fake.requestReconnect();
  await resumed;
  fake.invalidSession(false);
  await fake.until(() => fake.gateway.connections === 3);

  // It waits five seconds before it identifies again.
  expect(fake.gateway.resumes).toHaveLength(1);
});

test('the real client gives up a connection whose heartbeats are not acknowledged', async () => {
  const fake = await openFake({ heartbeatIntervalMs: 40 });
  await loggedIn(fake);

  fake.stopHeartbeatAcks();
  await fake.until(() => fake.gateway.resumes.length > 0);

  expect(fake.gateway.connections).toBeGreaterThan(1);
});
