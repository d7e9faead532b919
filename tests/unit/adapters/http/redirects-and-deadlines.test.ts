import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpClient, type HttpClientOptions } from '../../../../adapters/http/guarded-client.ts';
import type { HttpRequest } from '../../../../src/ports/http-client.ts';
import { type FakeWebServer, startFakeWebServer } from '../../../fakes/fake-web-server.ts';

let server: FakeWebServer;
let other: FakeWebServer;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await startFakeWebServer();
  other = await startFakeWebServer();
});

afterAll(async () => {
  await Promise.all([...stops.map((stop) => stop()), server.stop(), other.stop()]);
});

const none = { etag: null, lastModified: null };

/** Waits that end when the test says so; `asked` holds the length of each. */
function handMovedWait() {
  const asked: number[] = [];
  const pending: { ms: number; pass: () => void }[] = [];
  async function wait(ms: number, signal: AbortSignal): Promise<void> {
    asked.push(ms);
    const passed = new Promise<void>((pass) => pending.push({ ms, pass }));
    await Promise.race([passed, once(signal, 'abort').then(() => Promise.reject(signal.reason))]);
  }
  const pass = (ms: number): void => {
    for (const one of pending.filter((candidate) => candidate.ms === ms)) one.pass();
  };
  return { asked, wait, pass };
}

function client(options: Partial<HttpClientOptions> = {}) {
  const made = createHttpClient({
    userAgent: 'Wirewatch-Test/1',
    allowHosts: [server.host, other.host],
    perHostDelayMs: 0,
    clock: { nowMs: () => 0 },
    wait: handMovedWait().wait,
    ...options,
  });
  stops.push(made.stop);
  return made;
}

function get(url: string, changes: Partial<HttpRequest> = {}): HttpRequest {
  return { url, accept: '*/*', validators: none, maxBytes: 10_000, timeoutMs: 7_000, ...changes };
}

function redirect(from: FakeWebServer, path: string, location: string, status = 302): void {
  from.answer(path, { status, headers: { location } });
}

test('redirects are followed to the address that answers, relative ones too', async () => {
  redirect(server, '/a', '/b', 301);
  redirect(server, '/b', `//${server.host}/c?d=%5Be%5D`, 308);
  server.answer('/c', { body: 'there' });

  expect(await client().fetch(get(server.url('/a')))).toMatchObject({
    kind: 'ok',
    finalUrl: server.url('/c?d=%5Be%5D'),
  });
});

test('a sixth redirect is refused', async () => {
  for (let n = 0; n < 6; n += 1) redirect(server, `/hop${n}`, `/hop${n + 1}`);
  server.answer('/hop6', { body: 'far' });

  expect(await client().fetch(get(server.url('/hop1')))).toMatchObject({ kind: 'ok' });
  expect(await client().fetch(get(server.url('/hop0')))).toMatchObject({ kind: 'refused' });
});

test.each([
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'http://a:b@example.com/',
])('a redirect to %s is refused', async (location) => {
  redirect(server, '/away', location);

  expect(await client().fetch(get(server.url('/away')))).toMatchObject({ kind: 'refused', status: null });
});

test('a name that resolves to a private address is refused, at first and after a redirect', async () => {
  redirect(server, '/to-name', 'http://inside.example/');
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const guarded = client({ resolve });

  for (const url of ['http://inside.example/', 'https://inside.example/', server.url('/to-name')]) {
    expect(await guarded.fetch(get(url))).toEqual({
      kind: 'refused',
      problem:
        'inside.example is not on the public Internet; an internal host is fetched only when network.allowHosts names it.',
      status: null,
    });
  }
});

test('validators go along on one host and stay behind on another', async () => {
  redirect(server, '/same', '/end');
  redirect(server, '/cross', other.url('/end'));
  server.answer('/end', { body: 'x' });
  other.answer('/end', { body: 'x' });
  const validators = { etag: '"v"', lastModified: null };

  await client().fetch(get(server.url('/same'), { validators }));
  await client().fetch(get(server.url('/cross'), { validators }));

  expect(
    server.requests.filter(({ url }) => url === '/end').map(({ headers }) => headers['if-none-match']),
  ).toEqual(['"v"']);
  expect(other.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined]);
});

test('an unknown name is a failure in words', async () => {
  const resolve = () =>
    Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }));

  expect(await client({ resolve }).fetch(get('http://nowhere.example/?key=secret'))).toEqual({
    kind: 'failed',
    problem: 'nowhere.example has no address in the DNS.',
    retryAfterMs: null,
  });
});

test('one deadline ends a drip, a silent server and a slow DNS', async () => {
  server.answer('/drip', (_request, response) => void response.write('x'));
  server.answer('/silent', () => undefined);
  const resolve = () => new Promise<never>(() => undefined);

  for (const url of [server.url('/drip'), server.url('/silent'), 'http://slow-dns.example/']) {
    const time = handMovedWait();
    const outcome = client({ wait: time.wait, resolve }).fetch(get(url));
    await new Promise((reached) => setImmediate(reached));
    time.pass(7_000);

    expect(await outcome).toMatchObject({
      kind: 'failed',
      problem: expect.stringContaining('did not answer in full within 7 s.'),
    });
  }
});

test('the time of all redirects counts towards one deadline', async () => {
  redirect(server, '/first', '/second');
  redirect(server, '/second', '/third');
  server.answer('/third', { body: 'x' });
  const time = handMovedWait();
  let nowMs = 0;
  const clock = {
    nowMs: () => {
      nowMs += 500;
      return nowMs;
    },
  };

  await client({ wait: time.wait, clock }).fetch(get(server.url('/first')));

  expect(time.asked).toEqual([7_000, 6_000, 5_000]);
});

test('requests to one host start one delay apart, and another host does not wait', async () => {
  server.answer('/x', { body: 'x' });
  other.answer('/x', { body: 'x' });
  const time = handMovedWait();
  const before = server.requests.length;
  const paced = client({ wait: time.wait, perHostDelayMs: 40, allowHosts: [server.host, 'localhost'] });
  const first = paced.fetch(get(server.url('/x')));
  const second = paced.fetch(get(server.url('/x')));

  await first;
  await paced.fetch(get(other.url('/x').replace('127.0.0.1', 'localhost')));
  expect(server.requests.length - before).toBe(1);

  time.pass(40);
  await second;
  expect(server.requests.length - before).toBe(2);
});

test('a host has at most two requests at a time, whatever the port', async () => {
  const held: (() => void)[] = [];
  server.answer('/held', (_request, response) => void held.push(() => response.end()));
  other.answer('/third', { body: 'x' });
  const busy = client({ allowHosts: ['127.0.0.1', 'localhost'] });
  const othersBefore = other.requests.length;
  const all = [server.url('/held'), server.url('/held'), other.url('/third')].map((url) =>
    busy.fetch(get(url)),
  );

  while (held.length < 2) await new Promise((reached) => setImmediate(reached));
  await busy.fetch(get(server.url('/end').replace('127.0.0.1', 'localhost')));
  expect(other.requests.length).toBe(othersBefore);

  for (const release of held) release();
  expect((await Promise.all(all)).map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
});

test('stopping ends what is under way and what waits, with a word', async () => {
  server.answer('/silent', () => undefined);
  const stopping = client({ perHostDelayMs: 40 });
  const outcomes = [stopping.fetch(get(server.url('/silent'))), stopping.fetch(get(server.url('/silent')))];
  await new Promise((reached) => setImmediate(reached));

  await stopping.stop();

  for (const outcome of await Promise.all(outcomes)) {
    expect(outcome).toMatchObject({ kind: 'failed', problem: expect.stringContaining('stopping') });
  }
});
