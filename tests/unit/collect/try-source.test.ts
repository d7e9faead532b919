import { expect, onTestFinished, test } from 'vitest';
import { parseFeed } from '../../../adapters/feeds/parse-feed.ts';
import { createHttpClient } from '../../../adapters/http/guarded-client.ts';
import { trySource } from '../../../src/collect/try-source.ts';
import type { HttpOutcome } from '../../../src/ports/http-client.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { okOutcome, ScriptedHttp } from '../../fakes/scripted-http.ts';

const url = 'https://www.wire.example/feed.xml';
const limits = { feedMaxBytes: 1_000, requestTimeoutMs: 2_000 };
const feedParser = { parse: parseFeed };

function rss(items: string): string {
  return `<rss version="2.0"><channel><title>The Wire</title><language>de-DE</language>${items}</channel></rss>`;
}

function item(title: string, date: string): string {
  return `<item><title>${title}</title><link>https://www.wire.example/${date.slice(5, 7)}</link><pubDate>${date}</pubDate></item>`;
}

const older = item('An older report', 'Mon, 02 Nov 2026 08:00:00 GMT');
const newer = item('A newer report', 'Tue, 03 Nov 2026 08:00:00 GMT');

async function tried(outcome: HttpOutcome) {
  const http = new ScriptedHttp({ [url]: outcome });
  return { http, trial: await trySource(url, { http, feedParser }, limits) };
}

test('a feed is told by its name, its language, the number of its entries and the newest of them', async () => {
  const { http, trial } = await tried(okOutcome(rss(older + newer)));

  expect(trial).toEqual({
    kind: 'read',
    title: 'The Wire',
    lang: 'de',
    entryCount: 2,
    newestTitle: 'A newer report',
  });
  expect(http.requests).toEqual([
    expect.objectContaining({
      url,
      validators: { etag: null, lastModified: null },
      maxBytes: 1_000,
      timeoutMs: 2_000,
    }),
  ]);
});

test('where no entry has a date, the first is the newest', async () => {
  const undated = '<item><title>First</title><link>https://www.wire.example/1</link></item>';
  const { trial } = await tried(
    okOutcome(rss(undated + undated.replace('First', 'Second').replace('/1', '/2'))),
  );

  expect(trial).toMatchObject({ entryCount: 2, newestTitle: 'First' });
});

test.each<[string, HttpOutcome, string]>([
  [
    'an HTML page',
    okOutcome('<!doctype html><html><body>News</body></html>'),
    'look on that page for the address of its feed.',
  ],
  ['a text', okOutcome('Hello'), 'The answer is no feed'],
  ['JSON that is no feed', okOutcome('{"ok":true}'), 'but no JSON Feed'],
  ['nothing', okOutcome(''), 'The answer is empty.'],
  ['a feed without entries', okOutcome(rss('')), 'The feed of www.wire.example has no entries'],
  [
    'a feed of entries without title and link',
    okOutcome(rss('<item><description></description></item>')),
    'The feed of www.wire.example has no entry that can be used.',
  ],
  [
    'a page that is not there',
    { kind: 'refused', problem: 'www.wire.example answered 404.', status: 404 },
    'www.wire.example answered 404.',
  ],
  [
    'a server that does not answer in time',
    { kind: 'failed', problem: 'www.wire.example did not answer in time.', retryAfterMs: null },
    'did not answer in time.',
  ],
  ['a server that says that nothing changed', { kind: 'not_modified', freshForMs: null }, 'has no entries'],
])('%s is refused with a sentence', async (_, outcome, telling) => {
  const { trial } = await tried(outcome);

  expect(trial).toEqual({ kind: 'refused', problem: expect.stringContaining(telling) });
});

test('a parser that fails is a refusal that names the host', async () => {
  const http = new ScriptedHttp({ [url]: okOutcome('feed') });
  const failing = { parse: () => Promise.reject(new Error('Out of time.')) };

  expect(await trySource(url, { http, feedParser: failing }, limits)).toEqual({
    kind: 'refused',
    problem: 'The feed of www.wire.example could not be read: Out of time.',
  });
});

test.each([
  ['http://127.0.0.1/feed', '127.0.0.1 is not on the public Internet'],
  ['http://169.254.169.254/latest', '169.254.169.254 is not on the public Internet'],
  ['http://[::1]/feed', '::1 is not on the public Internet'],
  ['ftp://x.example/feed', 'only http: and https: are'],
])('the guarded client does not ask %s', async (address, telling) => {
  const http = createHttpClient({
    userAgent: 'test',
    allowHosts: [],
    perHostDelayMs: 0,
    clock: new FixedClock(0),
    wait: () => Promise.resolve(),
  });
  onTestFinished(() => http.stop());

  expect(await trySource(address, { http, feedParser }, limits)).toEqual({
    kind: 'refused',
    problem: expect.stringContaining(telling),
  });
});
