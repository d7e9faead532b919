import { expect, test } from 'vitest';
import { readGivenArticle } from '../../../src/collect/read-given-article.ts';
import { okOutcome, ScriptedHttp } from '../../fakes/scripted-http.ts';

const limits = { pageMaxBytes: 1000, requestTimeoutMs: 2000, mostAttempts: 3 };
const url = 'https://wire.example/news/1';
const text = 'The text of the page, which is long enough to be judged and to be quoted from.';
const page = {
  kind: 'read',
  title: 'Title of the page',
  publisher: null,
  publishedAt: { epochMs: null, precision: 'unknown', basis: 'none' },
  lang: 'en',
  canonicalUrl: null,
  imageUrl: null,
  text,
} as const;

async function readingOf(given: string) {
  const http = new ScriptedHttp({ [url]: okOutcome('<p>') });
  const pageExtractor = { extract: async () => page };
  const reading = await readGivenArticle(given, { http, pageExtractor }, limits);
  return { reading, requested: http.requests.map((request) => request.url) };
}

test('an address is fetched', async () => {
  const { reading, requested } = await readingOf(` ${url}\n`);

  expect(requested).toEqual([url]);
  expect(reading).toMatchObject({ kind: 'read', raw: { url, title: 'Title of the page', text } });
});

test('an address that cannot be read is refused with the reason', async () => {
  const { reading } = await readingOf('https://wire.example/gone');

  expect(reading).toMatchObject({ kind: 'refused', problem: expect.stringContaining('404') });
});

test.each([
  'wire.example/news/1',
  'www.wire.example',
  'localhost:8080/x',
  '10.0.0.1/x',
  'htps://wire.example/news',
  'https//wire.example/news',
  'file:///etc/passwd',
  'https://me:password@wire.example/',
  '//wire.example/news',
])('%s is a mistyped address and no text', async (given) => {
  const { reading, requested } = await readingOf(given);

  expect(reading).toMatchObject({ kind: 'refused', problem: expect.stringContaining('https://') });
  expect(reading).not.toMatchObject({ problem: expect.stringContaining('password@') });
  expect(requested).toEqual([]);
});

test.each([
  ['words', 'Huawei was fined 5.3 million dollars.'],
  ['Chinese without spaces', '华为公司营收增长5.3亿美元,增速为2.1%。'],
  ['a text that begins with its address', `${url}\nHuawei was fined.`],
])('%s are taken as a report', async (_, given) => {
  const { reading, requested } = await readingOf(given);

  expect(reading).toMatchObject({ kind: 'read', raw: { kind: 'report', url: null, text: given } });
  expect(requested).toEqual([]);
});
