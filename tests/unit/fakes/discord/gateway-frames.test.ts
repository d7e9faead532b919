import { expect, test } from 'vitest';
import { sampleGuild } from '../../../fakes/discord/options.ts';
import { identifyFrame, openRawGateway } from './raw-gateway.ts';
import { openFake } from './real-client.ts';

const sessionOf = (frame: { readonly d?: unknown }) => String(Object(frame.d)['session_id']);

test('says HELLO, acknowledges heartbeats, and numbers what it sends', async () => {
  const fake = await openFake({ heartbeatIntervalMs: 1_000 });
  const socket = await openRawGateway(fake);

  expect(await socket.frame(({ op }) => op === 10)).toEqual({ op: 10, d: { heartbeat_interval: 1_000 } });
  socket.send({ op: 1, d: null });
  await socket.frame(({ op }) => op === 11);
  socket.send(identifyFrame(fake.token));
  await socket.frame(({ t }) => t === 'GUILD_CREATE');

  expect(socket.frames.flatMap(({ s, t }) => (t ? [[s, t]] : []))).toEqual([
    [1, 'READY'],
    [2, 'GUILD_CREATE'],
  ]);
  expect(fake.gateway.heartbeats).toBe(1);
});

test('stops acknowledging when it is told to', async () => {
  const fake = await openFake();
  const socket = await openRawGateway(fake);

  fake.stopHeartbeatAcks();
  socket.send({ op: 1, d: null });
  await fake.until(() => fake.gateway.heartbeats === 1);

  expect(socket.frames.map(({ op }) => op)).toEqual([10]);
});

test.each([
  ['a wrong token', identifyFrame('wrong.token'), 4004],
  ['a shard that there is not', identifyFrame('fake.discord.token', { shard: [2, 2] }), 4010],
  ['an opcode that there is not', { op: 99 }, 4001],
  ['no opcode at all', {}, 4002],
  ['a presence before IDENTIFY', { op: 3, d: {} }, 4003],
  ['a RESUME with a wrong token', { op: 6, d: { token: 'wrong', session_id: 'x', seq: 0 } }, 4004],
])('closes on %s', async (_, frame, code) => {
  const fake = await openFake();
  const socket = await openRawGateway(fake);

  socket.send(frame);

  expect(await socket.closed).toBe(code);
  expect(fake.gateway.closes).toEqual([code]);
});

test('closes on a second IDENTIFY, on another version, and on more than 120 frames a minute', async () => {
  const fake = await openFake();
  const [twice, old, busy] = await Promise.all([
    openRawGateway(fake),
    openRawGateway(fake, 'v=9&encoding=json'),
    openRawGateway(fake),
  ]);

  twice.send(identifyFrame(fake.token));
  twice.send(identifyFrame(fake.token));
  for (let count = 0; count < 121; count += 1) busy.send({ op: 1, d: null });

  expect(await Promise.all([twice.closed, old.closed, busy.closed])).toEqual([4005, 4012, 4008]);
});

test('a RESUME brings what was missed, and no more than that', async () => {
  const fake = await openFake();
  const first = await openRawGateway(fake);
  first.send(identifyFrame(fake.token));
  const ready = await first.frame(({ t }) => t === 'READY');
  await first.frame(({ t }) => t === 'GUILD_CREATE');
  fake.dropConnection();
  await first.closed;

  fake.mention('while you were away');
  const second = await openRawGateway(fake);
  second.send({ op: 6, d: { token: fake.token, session_id: sessionOf(ready), seq: 2 } });
  await second.frame(({ t }) => t === 'RESUMED');

  expect(second.frames.map(({ s, t }) => [s, t])).toEqual([
    [undefined, undefined],
    [3, 'MESSAGE_CREATE'],
    [4, 'RESUMED'],
  ]);
});

test('a RESUME of a session that was closed for good, or with a number not yet sent, is refused', async () => {
  const fake = await openFake();
  const first = await openRawGateway(fake);
  first.send(identifyFrame(fake.token));
  const ready = await first.frame(({ t }) => t === 'READY');
  const ahead = await openRawGateway(fake);
  ahead.send({ op: 6, d: { token: fake.token, session_id: sessionOf(ready), seq: 99 } });

  expect(await ahead.closed).toBe(4007);
  const late = await openRawGateway(fake);
  late.send({ op: 6, d: { token: fake.token, session_id: sessionOf(ready), seq: 1 } });

  expect(await late.frame(({ op }) => op === 9)).toEqual({ op: 9, d: false });
});

test('a shard hears of its own guilds only, and of no event that its intents leave out', async () => {
  const other = {
    ...sampleGuild,
    id: String(BigInt(sampleGuild.id) + (1n << 22n)),
    channels: [],
    members: [],
  };
  const fake = await openFake({ guilds: [sampleGuild, other], shards: 2 });
  const shards = await Promise.all([openRawGateway(fake), openRawGateway(fake)]);
  for (const [id, socket] of shards.entries())
    socket.send(identifyFrame(fake.token, { shard: [id, 2], intents: 1 }));
  await Promise.all(shards.map((socket) => socket.frame(({ t }) => t === 'GUILD_CREATE')));

  fake.say('a message that nobody asked for');
  fake.channelDelete(sampleGuild.channels[0].id);
  await fake.until(() => shards.some(({ frames }) => frames.some(({ t }) => t === 'CHANNEL_DELETE')));

  const heard = shards.map(({ frames }) => frames.flatMap(({ t }) => t ?? []));
  expect(heard.toSorted((left, right) => left.length - right.length)).toEqual([
    ['READY', 'GUILD_CREATE'],
    ['READY', 'GUILD_CREATE', 'CHANNEL_DELETE'],
  ]);
});
