import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFeed } from '../../../../adapters/feeds/parse-feed.ts';

const feedUrl = 'https://feeds.example/all/feed.xml';

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../../fixtures/feeds/${name}`, import.meta.url));
}

async function read(body: string | Uint8Array, contentType: string | null = 'application/xml') {
  const reading = await parseFeed({
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    contentType,
    url: feedUrl,
  });
  if (reading.kind !== 'read') throw new Error(reading.reason);
  return reading;
}

function rssItem(content: string): string {
  return `<rss version="2.0"><channel><title>T</title><link>https://site.example/</link><item>${content}</item></channel></rss>`;
}

test('RSS gives title, language, and entries with absolute links, dates, and text without markup', async () => {
  const feed = await read(fixture('rss.xml'));

  expect(feed).toMatchObject({ title: 'Harbor Trade Desk', lang: 'en', dropped: [] });
  expect(feed.entries).toEqual([
    {
      key: 'harbor-1',
      url: 'https://harbor.example/2026/shipyards?id=1&view=full',
      title: 'Ministry adds two shipyards to its list',
      publishedAt: { epochMs: Date.UTC(2026, 2, 10, 7, 30), precision: 'instant', basis: 'feed' },
      summary: 'Two shipyards now need a license.',
      content: 'Two shipyards now need a license.\nFees rise to 5 < 7 % & more.',
    },
    expect.objectContaining({
      key: 'https://harbor.example/2026/meridian',
      url: 'https://harbor.example/2026/meridian',
      content: '',
    }),
    expect.objectContaining({ key: '77', url: 'https://harbor.example/2026/figures' }),
  ]);
});

test('Atom keeps the order of XHTML text, resolves links, and lives with an unreadable date', async () => {
  const feed = await read(fixture('atom.xml'));

  expect(feed).toMatchObject({ title: 'Amt & Ausfuhr', lang: 'de', dropped: [] });
  expect(feed.entries).toEqual([
    {
      key: 'tag:amt.example,2026:1',
      url: 'https://feeds.example/all/liste.html',
      title: 'Neue Liste',
      publishedAt: { epochMs: Date.UTC(2026, 2, 10, 7), precision: 'instant', basis: 'feed' },
      summary: '',
      content: 'Die neue Liste gilt ab Mai, wenn a < b.\nSie hat zwei Teile.',
    },
    {
      key: 'tag:amt.example,2026:2',
      url: 'https://amt.example/akten/alt.html',
      title: 'Alte Liste',
      publishedAt: { epochMs: null, precision: 'unknown', basis: 'none' },
      summary: 'Sie gilt\nweiter.',
      content: '',
    },
  ]);
});

test('RDF items outside the channel are read', async () => {
  const feed = await read(fixture('rdf.xml'));

  expect(feed).toMatchObject({ title: 'Kobe Bulletin', lang: 'ja' });
  expect(feed.entries.map(({ key, url, publishedAt }) => [key, url, publishedAt.precision])).toEqual([
    ['https://kobe.example/n/1', 'https://kobe.example/n/1', 'instant'],
    ['https://kobe.example/n/2', 'https://kobe.example/n/2', 'day'],
  ]);
});

test('JSON Feed is read, and each bad item is dropped alone with a sentence', async () => {
  const feed = await read(fixture('feed.json'), 'application/json');

  expect(feed).toMatchObject({ title: 'Json Desk', lang: 'fr' });
  expect(feed.entries).toEqual([
    expect.objectContaining({
      key: 'https://json.example/p/1',
      url: 'https://json.example/p/1',
      content: 'First.\nSecond.',
    }),
    expect.objectContaining({
      key: '2',
      url: 'https://json.example/p/2',
      title: 'A line < b>',
      content: 'A line < b>\nAnother line.',
    }),
  ]);
  expect(feed.entries[1]?.publishedAt).toMatchObject({ precision: 'day', basis: 'feed' });
  expect(feed.dropped).toEqual([
    'Item 3 of the feed is no object.',
    'Entry 3 has neither a title nor a text.',
  ]);
});

test('GB 18030 behind a gb2312 label is read', async () => {
  const feed = await read(fixture('chinese-gb18030.xml'), 'text/xml');

  expect(feed).toMatchObject({ title: '港口商讯', lang: 'zh' });
  expect(feed.entries[0]).toMatchObject({
    title: '商务部公布新的出口管制清单',
    summary: '清单下月生效，涉及華為等企業。',
  });
});

test.each([
  ['escaped once', '<title>Ban &lt;b&gt;now&lt;/b&gt;</title>', 'Ban now'],
  ['escaped twice', '<title>AT&amp;amp;T &amp;lt;i&amp;gt;deal&amp;lt;/i&amp;gt;</title>', 'AT&T deal'],
  [
    'in CDATA with markup',
    '<title><![CDATA[A <em>very</em> long\n list & more]]></title>',
    'A very long list & more',
  ],
  ['with elements inside', '<title>Deal <b>is</b> off</title>', 'Deal is off'],
  ['with attributes', '<title type="html">Deal</title>', 'Deal'],
  ['with HTML entities', '<title>Caf&eacute;&nbsp;&mdash; 5&#8364; &#146;tis</title>', 'Café — 5€ ’tis'],
  ['as dc:title', '<dc:title>Deal</dc:title>', 'Deal'],
])('a title %s is plain text', async (_case, xml, title) => {
  expect((await read(rssItem(xml))).entries[0]?.title).toBe(title);
});

test.each([
  ['a relative link, against the site', '<link>a b/c</link>', 'https://site.example/ab/c'],
  ['white space around', '<link>\n https://x.example/1 \n</link>', 'https://x.example/1'],
  ['a permalink in the guid', '<guid>https://x.example/2</guid>', 'https://x.example/2'],
  ['a guid that is said to be no link', '<guid isPermaLink="false">https://x.example/2</guid>', null],
  ['a guid that is a number', '<guid>123</guid>', null],
  ['an atom:link in RSS', '<atom:link rel="alternate" href="https://x.example/3"/>', 'https://x.example/3'],
  ['a link to the comments only', '<atom:link rel="replies" href="https://x.example/3"/>', null],
  ['a script', '<link>javascript:alert(1)</link>', null],
  ['a link with credentials', '<link>https://u:p@x.example/</link>', null],
  ['an empty link and a permalink', '<link/><guid>https://x.example/4</guid>', 'https://x.example/4'],
])('the page of an entry with %s', async (_case, xml, url) => {
  expect((await read(rssItem(`<title>T</title>${xml}`))).entries[0]?.url).toBe(url);
});

test('a key is the same again: id, else link, else a hash of title and date', async () => {
  const noId = '<title>T</title><link>https://x.example/1</link>';
  const bare = '<title>T</title><pubDate>2026-03-10</pubDate>';

  expect((await read(rssItem(noId))).entries[0]?.key).toBe('https://x.example/1');
  expect((await read(rssItem(bare))).entries[0]?.key).toMatch(/^sha256:[0-9a-f]{32}$/);
  expect((await read(rssItem(bare))).entries[0]?.key).toBe((await read(rssItem(`${bare} `))).entries[0]?.key);
  expect((await read(rssItem(bare))).entries[0]?.key).not.toBe(
    (await read(rssItem(bare.replace('03-10', '03-11')))).entries[0]?.key,
  );
});

test('an id that several pages share is not taken for an id, and a repeated entry is dropped', async () => {
  const item = (n: number) =>
    `<title>T${n}</title><guid isPermaLink="false">site</guid><link>https://x.example/${n}</link>`;
  const feed = await read(rssItem([item(1), item(2), item(2)].join('</item><item>')));

  expect(feed.entries.map(({ key }) => key)).toEqual(['https://x.example/1', 'https://x.example/2']);
  expect(feed.dropped).toEqual(['"T2" stands in the feed twice.']);
});

test('an entry without a title is named after its text, and one with nothing is dropped alone', async () => {
  const long = `${'word '.repeat(40)}end`;
  const feed = await read(
    rssItem(`<description>${long}</description></item><item></item><item><title>Good</title>`),
  );

  expect(feed.entries.map(({ title }) => title)).toEqual([`${'word '.repeat(24).trim()}…`, 'Good']);
  expect(feed.dropped).toEqual(['Entry 2 has neither a title nor a text.']);
});

test('at most 500 entries are read, and the rest is counted', async () => {
  const items = Array.from({ length: 510 }, (_, n) => `<title>T${n}</title><guid>${n}</guid>`);
  const feed = await read(rssItem(items.join('</item><item>')));

  expect(feed.entries).toHaveLength(500);
  expect(feed.dropped).toEqual(['10 further entries were left out; at most 500 are read at a time.']);
});

test('what is read can cross to another thread', async () => {
  const feed = await read(fixture('rss.xml'));

  expect(structuredClone(feed)).toEqual(feed);
});
