import { expect, test } from 'vitest';
import { readDocument } from '../../../../adapters/html/page-document.ts';
import { readPageMetadata } from '../../../../adapters/html/page-metadata.ts';
import { isoOfMoment } from '../../../../src/domain/moment.ts';

const plainUrl = 'https://site.example/story';

function metadata(head: string, body = '', url = plainUrl) {
  return readPageMetadata(readDocument(`<html><head>${head}</head><body>${body}</body></html>`), url);
}

const linked = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

test.each([
  [
    'JSON-LD',
    linked({ '@type': 'NewsArticle', datePublished: '2026-03-10T09:00:00+01:00' }),
    '',
    '2026-03-10T08:00:00.000Z',
  ],
  [
    'JSON-LD in a graph',
    linked({ '@graph': [{ '@type': 'BlogPosting', datePublished: '2026-03-10' }] }),
    '',
    '2026-03-10',
  ],
  ['a meta element', meta('article:published_time', '2026-03-10T08:00:00Z'), '', '2026-03-10T08:00:00.000Z'],
  ['a meta element without a zone', meta('article:published_time', '2026-03-10 08:00:00'), '', '2026-03-10'],
  ['an English date', meta('DC.date', 'March 5, 2026'), '', '2026-03-05'],
  ['another English date', meta('date', 'Thursday, 5 Mar 2026'), '', '2026-03-05'],
  ['time in the only article', '', '<article><time datetime="2026-03-10">x</time></article>', '2026-03-10'],
  [
    'the day, and the time of it elsewhere',
    linked({ '@type': 'Article', datePublished: '2026-03-10' }) + meta('pubdate', '2026-03-10T08:00:00Z'),
    '',
    '2026-03-10T08:00:00.000Z',
  ],
  [
    'JSON-LD rather than a meta element of another day',
    linked({ '@type': 'Article', datePublished: '2026-03-10' }) + meta('pubdate', '2026-03-12T08:00:00Z'),
    '',
    '2026-03-10',
  ],
  [
    'broken JSON-LD passed over',
    `<script type="application/ld+json">{"a":</script>${meta('pubdate', '2026-03-10')}`,
    '',
    '2026-03-10',
  ],
  [
    'a page clock',
    '',
    '<div><time datetime="2026-11-22T10:00:00Z">now</time></div><p>Friday, 13 March 2026 21:09</p>',
    null,
  ],
  [
    'times of several teasers',
    '',
    '<article><time datetime="2026-03-10"></time></article><article></article>',
    null,
  ],
  ['the date of a change', meta('article:modified_time', '2026-03-10T08:00:00Z'), '', null],
  ['31 February', meta('date', '2026-02-31'), '', null],
])('the date from %s', (_case, head, body, expected) => {
  expect(isoOfMoment(metadata(head, body).publishedAt)).toBe(expected);
});

test.each([
  ['https://site.example/2026/03/10/story', '2026-03-10'],
  ['https://site.example/news/2026-03-10-story', '2026-03-10'],
  ['https://site.example/a/20260310/t1.html', '2026-03-10'],
  ['https://site.example/2026/13/10/story', null],
  ['https://site.example/id/2026031012345', null],
])('the date that %s names', (address, expected) => {
  const { publishedAt } = metadata('', '', address);

  expect(isoOfMoment(publishedAt)).toBe(expected);
  expect(publishedAt.basis).toBe(expected ? 'url' : 'none');
});

test.each([
  ['<link rel="canonical" href="/real">', 'https://site.example/real'],
  [meta('og:url', 'https://site.example/og'), 'https://site.example/og'],
  [
    '<link rel="canonical" href="/"><meta property="og:url" content="https://site.example/og">',
    'https://site.example/og',
  ],
  ['<link rel="canonical" href="javascript:x">', null],
  ['', null],
])('the canonical address of %s', (head, expected) => {
  expect(metadata(head).canonicalUrl).toBe(expected);
});

test('title, publisher and language come from the best place that has them', () => {
  const full = metadata(
    `<title>T | S</title>${meta('og:title', 'Og &amp;amp; title')}${linked({ '@type': 'Report', headline: 'Head', inLanguage: 'fr-CA', publisher: [{ name: 'Pub' }] })}`,
    '<h1>H</h1>',
  );

  expect(full).toMatchObject({ title: 'Head', publisher: 'Pub', lang: 'fr' });
  expect(metadata(meta('og:title', 'Og &amp;amp; title')).title).toBe('Og & title');
  expect(metadata('<title>T</title>', '<h1>H</h1>').title).toBe('H');
  expect(metadata('<title>T</title>', '<h1>H</h1><h1>I</h1>')).toMatchObject({
    title: 'T',
    publisher: null,
    lang: null,
  });
});
