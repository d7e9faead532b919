import { expect, test } from 'vitest';
import { type EntryReading, readEntry } from '../../../src/collect/read-entry.ts';
import type { Entry, PageReading } from '../../../src/domain/entry.ts';
import { readIsoMoment, unknownMoment } from '../../../src/domain/moment.ts';
import type { HttpOutcome } from '../../../src/ports/http-client.ts';
import { entryOf, sourceOf } from '../../contract/store/samples.ts';
import { okOutcome, ScriptedHttp } from '../../fakes/scripted-http.ts';

const limits = { pageMaxBytes: 1000, requestTimeoutMs: 2000, mostAttempts: 3 };
const source = sourceOf('wire', { tier: 'commentary', lang: 'de' });
const pageText = 'The text of the page, which is long enough to be judged and to be quoted from.';
const summary = 'The summary of the feed, which is long enough to be judged where nothing else is.';
const entry = entryOf('a', { summary });
const page: PageReading & { kind: 'read' } = {
  kind: 'read',
  title: 'Title of the page',
  publisher: 'The Page',
  publishedAt: readIsoMoment('2019-05-16', 'page'),
  lang: 'en',
  canonicalUrl: null,
  imageUrl: 'https://cdn.example/a.jpg',
  text: pageText,
};
const failed: HttpOutcome = { kind: 'failed', problem: 'The page timed out.', retryAfterMs: 9000 };

async function reading(
  given: Entry,
  answer: HttpOutcome,
  extracted: PageReading | Error = page,
  attempts = 1,
): Promise<EntryReading & { requests: number }> {
  const http = new ScriptedHttp({ [given.url ?? '']: answer });
  const extract = async () => {
    if (extracted instanceof Error) throw extracted;
    return extracted;
  };
  const result = await readEntry(
    { entry: given, attempts },
    source,
    { http, pageExtractor: { extract } },
    limits,
  );
  return { ...result, requests: http.requests.length };
}

test('takes the full text that a feed carries, without asking for the page', async () => {
  const content = 'A sentence of the feed. '.repeat(40);

  expect(await reading({ ...entry, content }, failed)).toMatchObject({
    kind: 'read',
    requests: 0,
    raw: {
      url: entry.url,
      title: entry.title,
      publisher: 'Source wire',
      lang: 'de',
      kind: 'report',
      tier: 'commentary',
      sourceId: 'wire',
      imageUrl: null,
      text: content,
    },
  });
});

test('else takes the text of the page, with what the page says of itself', async () => {
  expect(await reading(entry, okOutcome('page'))).toMatchObject({
    kind: 'read',
    requests: 1,
    raw: {
      url: entry.url,
      title: entry.title,
      publisher: 'The Page',
      publishedAt: entry.publishedAt,
      lang: 'en',
      imageUrl: 'https://cdn.example/a.jpg',
      text: pageText,
    },
  });
});

test('takes title and date of the page where the feed has none', async () => {
  const bare = { ...entry, title: '', publishedAt: unknownMoment };

  expect(await reading(bare, okOutcome('page'))).toMatchObject({
    raw: { title: 'Title of the page', publishedAt: page.publishedAt },
  });
});

test('takes publisher and language of the source where the page has none', async () => {
  const bare = { ...page, publisher: null, lang: null };

  expect(await reading(entry, okOutcome('page'), bare)).toMatchObject({
    raw: { publisher: 'Source wire', lang: 'de' },
  });
});

test('an entry without a page is read from the feed alone', async () => {
  expect(await reading({ ...entry, url: null }, failed)).toMatchObject({
    kind: 'read',
    requests: 0,
    raw: { url: null, text: summary },
  });
});

test.each<[string, HttpOutcome, PageReading | Error, number]>([
  ['is refused', { kind: 'refused', problem: 'It answered 404.', status: 404 }, page, 1],
  ['still fails at the last attempt', failed, page, 3],
  ['was not sent', { kind: 'not_modified', freshForMs: null }, page, 1],
  ['cannot be read', okOutcome('page'), { kind: 'unreadable', reason: 'It holds no article.' }, 1],
  ['makes the extractor fail', okOutcome('page'), new Error('Out of time.'), 1],
  ['holds hardly any text', okOutcome('page'), { ...page, text: 'Too short.' }, 1],
])('falls back to the summary when the page %s', async (_, answer, extracted, attempts) => {
  expect(await reading(entry, answer, extracted, attempts)).toMatchObject({
    kind: 'read',
    raw: { text: summary, publisher: 'Source wire' },
  });
});

test('falls back to the longer of content and summary', async () => {
  const content = `${summary} And it goes on in the content.`;

  expect(await reading({ ...entry, content }, okOutcome(''), new Error('No.'))).toMatchObject({
    raw: { text: content },
  });
});

test('waits while a page fails that may answer later', async () => {
  expect(await reading(entry, failed, page, 2)).toEqual({
    kind: 'later',
    problem: 'The page timed out.',
    retryAfterMs: 9000,
    requests: 1,
  });
});

test.each<[string, Partial<Entry>, HttpOutcome, string]>([
  ['there is no page', { url: null }, failed, 'it has no page'],
  [
    'the page is refused',
    {},
    { kind: 'refused', problem: 'it answered 410.', status: 410 },
    'it answered 410.',
  ],
  ['the page holds no text', {}, okOutcome('page'), 'its page holds no text'],
])('is hopeless when the feed holds no text and %s', async (_, over, answer, why) => {
  const bare = { ...entry, summary: 'Too short.', ...over };

  expect(await reading(bare, answer, { ...page, text: '' })).toMatchObject({
    kind: 'hopeless',
    problem: `The feed holds no text of "Title of a", and ${why}`,
  });
});
