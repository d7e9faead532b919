import { once } from 'node:events';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpClient, type HttpClientOptions } from '../../../../adapters/http/guarded-client.ts';
import type { HttpRequest } from '../../../../src/ports/http-client.ts';
import { type FakeWebServer, startFakeWebServer } from '../../../fakes/fake-web-server.ts';

let server: FakeWebServer;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await startFakeWebServer();
});

afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await server.stop();
});

const none = { etag: null, lastModified: null };
const deadlineMs = 7_000;

/** A wait that ends only when its signal does, so that no deadline passes by itself. */
function never(_ms: number, signal: AbortSignal): Promise<void> {
  return once(signal, 'abort').then(() => Promise.reject(signal.reason));
}

function client(options: Partial<HttpClientOptions> = {}) {
  const made = createHttpClient({
    userAgent: 'Wirewatch-Test/1 (+https://wirewatch.example)',
    allowHosts: [server.host],
    perHostDelayMs: 0,
    clock: { nowMs: () => Date.UTC(2026, 2, 10) },
    wait: never,
    ...options,
  });
  stops.push(made.stop);
  return made;
}

function get(path: string, changes: Partial<HttpRequest> = {}): HttpRequest {
  const url = path.startsWith('http') ? path : server.url(path);
  return { url, accept: 'text/html', validators: none, maxBytes: 100_000, timeoutMs: deadlineMs, ...changes };
}

test('an answer comes with its type, validators and freshness, and the request names the program only', async () => {
  const headers = {
    'content-type': 'text/xml',
    etag: 'W/"a-é"',
    'last-modified': 'odd',
    'cache-control': 'max-age=60',
  };
  server.answer('/ok', (_request, response) => {
    response.writeHead(200, headers).end('hello');
  });

  const outcome = await client().fetch(get('/ok'));

  expect(outcome).toEqual({
    kind: 'ok',
    finalUrl: server.url('/ok'),
    contentType: 'text/xml',
    body: new TextEncoder().encode('hello'),
    validators: { etag: 'W/"a-é"', lastModified: 'odd' },
    freshForMs: 60_000,
  });
  expect(Object.keys(server.requests.at(-1)?.headers ?? {}).sort()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
});

test('validators are echoed byte for byte, and 304 is an outcome of its own', async () => {
  server.answer('/304', { status: 304, headers: { 'cache-control': 'max-age=5' } });
  const validators = { etag: 'W/"q-é,\\"', lastModified: 'Tue,  01 Jan 2019 00:00:00 GMT' };

  const outcome = await client().fetch(get('/304', { validators }));

  expect(outcome).toEqual({ kind: 'not_modified', freshForMs: 5_000 });
  expect(server.requests.at(-1)?.headers).toMatchObject({
    'if-none-match': validators.etag,
    'if-modified-since': validators.lastModified,
  });
});

test('304 to a request without validators is a failure, not silence', async () => {
  server.answer('/304', { status: 304 });

  expect(await client().fetch(get('/304'))).toMatchObject({ kind: 'failed' });
});

test.each([
  [404, 'refused'],
  [410, 'refused'],
  [403, 'refused'],
  [451, 'refused'],
  [429, 'failed'],
  [408, 'failed'],
  [500, 'failed'],
  [503, 'failed'],
  [302, 'failed'],
])('status %i is %s', async (status, kind) => {
  server.answer('/status', { status });

  const outcome = await client().fetch(get('/status'));

  expect(outcome).toMatchObject({ kind, problem: expect.stringMatching(/^127\.0\.0\.1 .*\.$/) });
});

test('Retry-After is passed on', async () => {
  server.answer('/busy', { status: 429, headers: { 'retry-after': '30' } });

  expect(await client().fetch(get('/busy'))).toMatchObject({ kind: 'failed', retryAfterMs: 30_000 });
});

test.each([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
  ['deflate, gzip', (body: Buffer) => gzipSync(deflateSync(body))],
] as const)('%s is decoded', async (encoding, encode) => {
  const text = '华为 '.repeat(3_000);
  server.answer('/coded', { headers: { 'content-encoding': encoding }, body: encode(Buffer.from(text)) });

  const outcome = await client().fetch(get('/coded'));

  expect(outcome.kind === 'ok' && new TextDecoder().decode(outcome.body)).toBe(text);
});

const bomb = Buffer.alloc(10_000_000, 0x20);

test.each([
  ['gzip', gzipSync(bomb, { level: 1 })],
  ['br', brotliCompressSync(bomb, { params: { 1: 1 } })],
  ['zstd', zstdCompressSync(bomb)],
  ['deflate', deflateRawSync(bomb, { level: 1 })],
  ['gzip, gzip', gzipSync(gzipSync(bomb, { level: 1 }))],
] as const)('a bomb in %s is stopped at the cap', async (encoding, body) => {
  server.answer('/bomb', { headers: { 'content-encoding': encoding }, body });

  expect(await client().fetch(get('/bomb'))).toEqual({
    kind: 'refused',
    problem: '127.0.0.1: The answer is larger than 97 KiB.',
    status: null,
  });
});

test('a body that never ends is stopped at the cap', async () => {
  server.answer('/endless', (_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  });

  expect(await client().fetch(get('/endless'))).toMatchObject({ kind: 'refused' });
});

test.each([
  ['this is no gzip', 'gzip', 'failed'],
  [gzipSync('x'.repeat(5_000)).subarray(0, 20), 'gzip', 'failed'],
  ['x', 'lzma', 'refused'],
  ['x', 'gzip, gzip, gzip', 'refused'],
])('a body %j that is not what "%s" says is %s', async (body, encoding, kind) => {
  server.answer('/odd', { headers: { 'content-encoding': encoding }, body });

  expect(await client().fetch(get('/odd'))).toMatchObject({ kind });
});

test('a body shorter than announced, and a connection broken off, are failures', async () => {
  server.answer('/short', (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('abc', () => response.destroy());
  });
  server.answer('/reset', (request) => void request.socket.destroy());

  expect(await client().fetch(get('/short'))).toMatchObject({ kind: 'failed' });
  expect(await client().fetch(get('/reset'))).toMatchObject({ kind: 'failed' });
});
