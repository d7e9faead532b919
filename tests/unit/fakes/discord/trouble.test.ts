import { expect, test } from 'vitest';
import { sampleGuild } from '../../../fakes/discord/options.ts';
import type { Mishap } from '../../../fakes/fake-platform.ts';
import { openFake, restTo } from './real-client.ts';
import { refusalOf } from './refusal.ts';

const [news, general] = sampleGuild.channels.map(({ id }) => id);
const create = 'POST /channels/:channel/messages';

test('five messages in five seconds are taken in a channel, the sixth is told how long to wait', async () => {
  let nowMs = Date.UTC(2025, 10, 3);
  const fake = await openFake({ nowMs: () => nowMs, intervalMs: 5_000 });
  const post = async (channel: string | undefined) => {
    const answer = await fetch(`${fake.restUrl}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${fake.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'a' }),
    });
    return [answer.status, answer.headers.get('x-ratelimit-remaining'), answer.headers.get('retry-after')];
  };

  for (const remaining of ['4', '3', '2', '1', '0']) expect(await post(news)).toEqual([200, remaining, null]);
  nowMs += 2_000;
  expect(await post(news)).toEqual([429, '0', '3']);
  expect(await post(general)).toEqual([200, '4', null]);
  nowMs += 3_000;
  expect(await post(news)).toEqual([200, '4', null]);
  expect([fake.limited, fake.invalidRequests]).toEqual([1, 1]);
});

test('a request may bring its own time', async () => {
  const fake = await openFake({ intervalMs: 5_000 });
  const post = async (atMs: number) => {
    const headers = {
      authorization: `Bot ${fake.token}`,
      'content-type': 'application/json',
      'x-fake-now-ms': String(atMs),
    };
    const url = `${fake.restUrl}/v10/channels/${news}/messages`;
    return (await fetch(url, { method: 'POST', headers, body: '{"content":"a"}' })).status;
  };
  const startMs = Date.UTC(2025, 10, 3);

  for (let count = 0; count < 5; count += 1) expect(await post(startMs)).toBe(200);
  expect([await post(startMs + 4_999), await post(startMs + 5_000)]).toEqual([429, 200]);
  expect(fake.messages.at(-1)?.createdMs).toBe(startMs + 5_000);
});

test('fifty requests a second are taken of a bot when limits are wanted, and ten in ten seconds of a route', async () => {
  const fake = await openFake({ hasRateLimits: true, nowMs: () => Date.UTC(2025, 10, 3) });
  const get = async (path: string) =>
    fetch(`${fake.restUrl}/v10${path}`, { headers: { authorization: `Bot ${fake.token}` } });

  for (let count = 0; count < 10; count += 1) expect((await get('/users/@me')).status).toBe(200);
  expect((await get('/users/@me')).status).toBe(429);
  for (let count = 11; count < 50; count += 1) await get(`/channels/${count}`);
  expect(await (await get(`/channels/${news}`)).json()).toMatchObject({ global: true });
});

test('limits, fails and hangs up on the next request of a route only', async () => {
  const fake = await openFake();
  const rest = restTo(fake);
  const post = () => rest.post(`/channels/${news}/messages`, { body: { content: 'a' } });

  fake.rateLimitNext(create, 1.5);
  fake.failNext(create, 403, 50013);
  expect(await refusalOf(post())).toMatchObject({ status: 429 });
  expect(await refusalOf(post())).toMatchObject({ status: 403, code: 50013 });
  fake.hangUpNext(create, 'lost');
  await expect(post()).rejects.toThrow();
  fake.hangUpNext(create, 'dropped');
  await expect(post()).rejects.toThrow();
  expect(await refusalOf(post())).toBeNull();

  expect(fake.messages).toHaveLength(2);
  expect(fake.calls.map(({ status }) => status)).toEqual([429, 403, 0, 0, 200]);
});

test('mishaps happen to messages that are created or edited', async () => {
  const mishaps: Mishap[] = ['lost', 'dropped', 'failed', 'slow'];
  const fake = await openFake({ nextMishap: () => mishaps.shift() ?? null });
  const rest = restTo(fake);
  const outcomes: string[] = [];
  for (let count = 0; count < 5; count += 1)
    await rest.post(`/channels/${news}/messages`, { body: { content: String(count) } }).then(
      () => outcomes.push('posted'),
      () => outcomes.push('failed'),
    );

  expect(outcomes).toEqual(['failed', 'failed', 'failed', 'posted', 'posted']);
  expect(fake.messages.map(({ content }) => content)).toEqual(['0', '3', '4']);
  expect(fake.mishaps).toBe(4);
});

test('a wrong token, another version and no JSON are refused', async () => {
  const fake = await openFake();
  const get = (path: string, authorization: string) =>
    fetch(`${fake.restUrl}${path}`, { headers: { authorization } });
  const bad = await fetch(`${fake.restUrl}/v10/channels/${news}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${fake.token}`, 'content-type': 'application/json' },
    body: '{"content":',
  });

  expect((await get('/v10/users/@me', 'Bot wrong')).status).toBe(401);
  expect(await (await get('/v8/users/@me', `Bot ${fake.token}`)).json()).toMatchObject({ code: 50041 });
  expect(await bad.json()).toMatchObject({ code: 50109 });
  expect(fake.invalidRequests).toBe(1);
});
