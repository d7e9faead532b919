import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFeed } from '../../../../adapters/feeds/parse-feed.ts';

const whole = readFileSync(new URL('../../../fixtures/feeds/rss.xml', import.meta.url), 'utf8');
const allTitles = [
  'Ministry adds two shipyards to its list',
  'Court lifts the Meridian order',
  'Quarterly figures',
];
const allUrls = [
  'https://harbor.example/2026/shipyards?id=1&view=full',
  'https://harbor.example/2026/meridian',
  'https://harbor.example/2026/figures',
];

function parse(body: string | Uint8Array, contentType = 'text/xml') {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return parseFeed({ body: bytes, contentType, url: 'https://feeds.example/harbor.xml' });
}

async function titlesAndUrls(body: string | Uint8Array) {
  const feed = await parse(body);
  if (feed.kind !== 'read') throw new Error(feed.reason);
  return [feed.entries.map(({ title }) => title), feed.entries.map(({ url }) => url)];
}

const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each<[string, (xml: string) => string | Uint8Array]>([
  ['nothing at all', (xml) => xml],
  ['an unescaped & in a link', (xml) => xml.replace('1&amp;view', '1&view')],
  ['no version', (xml) => xml.replace(' version="2.0"', '')],
  [
    'a warning before the document',
    (xml) => `<br />\n<b>Warning</b>: & nothing in <b>/srv/x.php</b>\n${xml}`,
  ],
  ['statistics after it', (xml) => `${xml}<!-- cached --><div>took 5 ms & more`],
  ['control characters', (xml) => xml.replaceAll('two', 't\u0000w\u0008o\uFFFF')],
  ['upper-case tags', (xml) => xml.replace(/<\/?[a-z:]+/gi, (tag) => tag.toUpperCase())],
  ['an open <br> and <p>', (xml) => xml.replaceAll('<description>', '<description><p>a<br>')],
  ['a title that is never closed', (xml) => xml.replace('list</title>', 'list')],
  ['items that are never closed', (xml) => xml.replaceAll('</item>', '')],
  ['a missing end', (xml) => xml.replace('</channel>\n</rss>', '')],
  ['unreadable dates', (xml) => xml.replace(/<pubDate>[^<]*/g, '<pubDate>a while ago')],
  ['an unknown entity', (xml) => xml.replaceAll('<description>', '<description>&nosuch; &NoSuch')],
  [
    'a DOCTYPE with entities',
    (xml) =>
      xml
        .replace(
          '<rss',
          '<!DOCTYPE rss [<!ENTITY who "Ministry"> <!ENTITY x SYSTEM "file:///etc/passwd">]><rss',
        )
        .replace('Ministry adds', '&who; adds&x;')
        .replace('&x;', ''),
  ],
  ['UTF-16 LE', (xml) => Buffer.from(`\uFEFF${xml}`, 'utf16le')],
  ['UTF-16 BE', (xml) => bigEndian(`\uFEFF${xml}`)],
  ['UTF-16 without a mark', (xml) => Buffer.from(xml, 'utf16le')],
  [
    'a prefix before every name',
    (xml) => xml.replace(/<(\/?)(rss|channel|item|title|link|guid|pubDate|description)\b/g, '<$1r:$2'),
  ],
  ['markup in every attribute', (xml) => xml.replaceAll('<guid', '<guid x="a & b" y=\'>\'')],
])('a feed with %s keeps all titles and links', async (_case, damage) => {
  expect(await titlesAndUrls(damage(whole))).toEqual([allTitles, allUrls]);
});

test.each([
  ['R & D at AT&T', 'R & D at AT&T'],
  ['Sales < 5 % and <3 chips', 'Sales < 5 % and <3 chips'],
  ['Price <', 'Price <'],
  ['a <b & c', 'a'],
])('the title %s, unescaped, costs its feed nothing', async (raw, title) => {
  const [titles, urls] = await titlesAndUrls(whole.replace('Quarterly figures', raw));

  expect(titles).toEqual([...allTitles.slice(0, 2), title]);
  expect(urls).toEqual(allUrls);
});

test.each([0.85, 0.9, 0.95])('a feed cut off at %d keeps what was whole and says so', async (share) => {
  const feed = await parse(whole.slice(0, Math.floor(whole.length * share)));

  expect(feed).toMatchObject({
    kind: 'read',
    dropped: ['The feed was cut off in the middle of its last entry.'],
  });
  expect(feed.kind === 'read' && feed.entries.map(({ url }) => url)).toEqual(allUrls.slice(0, 2));
});

test('a CDATA section that is cut off takes only its own entry along', async () => {
  const feed = await parse(whole.slice(0, whole.indexOf('Fees rise')));

  expect(feed).toMatchObject({ kind: 'read', entries: [], dropped: [expect.stringContaining('cut off')] });
});

test.each([
  ['', 'The answer is empty.'],
  [' \n ', 'The answer is empty.'],
  ['<!DOCTYPE html><html><body><p>Log in</p></body></html>', 'HTML page'],
  ['<html><head><title>rss</title></head><svg><feed></svg></html>', 'HTML page'],
  ['{"status":"ok"}', 'no JSON Feed'],
  ['{"items": [', 'no JSON Feed'],
  ['[]', 'no JSON Feed'],
  ['not a feed at all', 'no rss, feed or RDF element'],
  ['<?xml version="1.0"?><sitemap/>', 'no rss, feed or RDF element'],
])('%j is unreadable, in words', async (body, reason) => {
  expect(await parse(body, 'text/html')).toEqual({
    kind: 'unreadable',
    reason: expect.stringContaining(reason),
  });
});

test('an empty feed is read, with no entries', async () => {
  expect(await parse('<rss><channel><title>Quiet</title></channel></rss>')).toMatchObject({
    kind: 'read',
    title: 'Quiet',
    entries: [],
  });
  expect(await parse('<rss/>')).toMatchObject({ kind: 'read', title: '', entries: [] });
});
