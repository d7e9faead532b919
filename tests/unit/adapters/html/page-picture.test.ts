import { expect, test } from 'vitest';
import { extractPage } from '../../../../adapters/html/extract-page.ts';
import { readDocument } from '../../../../adapters/html/page-document.ts';
import { readPageMetadata } from '../../../../adapters/html/page-metadata.ts';

const pageUrl = 'https://site.example/news/story';
const jpg = 'https://cdn.example/a.jpg';
const spare = 'https://cdn.example/spare.jpg';

const linked = (image: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', image })}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

function pictureOf(head: string, body = '', url = pageUrl): string | null {
  return readPageMetadata(readDocument(`<html><head>${head}</head><body>${body}</body></html>`), url)
    .imageUrl;
}

test.each([
  ['og:image', meta('og:image', jpg)],
  ['og:image:url', meta('og:image:url', jpg)],
  [
    'the https form of og:image',
    meta('og:image', 'http://cdn.example/a.jpg') + meta('og:image:secure_url', jpg),
  ],
  ['twitter:image', meta('twitter:image', jpg)],
  ['twitter:image:src', '<meta name="twitter:image:src" content="https://cdn.example/a.jpg">'],
  ['JSON-LD', linked(jpg)],
  ['several of JSON-LD', linked([jpg, spare])],
  ['an ImageObject', linked({ '@type': 'ImageObject', url: jpg, width: 1200, height: { value: 630 } })],
  ['an ImageObject with contentUrl', linked([{ '@type': 'ImageObject', contentUrl: jpg }])],
  ['og:image rather than the others', linked(spare) + meta('twitter:image', spare) + meta('og:image', jpg)],
  ['twitter:image rather than JSON-LD', linked(spare) + meta('twitter:image', jpg)],
])('takes the picture from %s', (_case, head) => {
  expect(pictureOf(head)).toBe(jpg);
});

test.each([
  ['/img/a.jpg', 'https://site.example/img/a.jpg'],
  ['a.jpg', 'https://site.example/news/a.jpg'],
  ['//cdn.example/a.jpg', jpg],
  ['https://cdn.example/a.jpg?w=1&amp;h=2', 'https://cdn.example/a.jpg?w=1&h=2'],
])('resolves %s against the page', (address, expected) => {
  expect(pictureOf(meta('og:image', address))).toBe(expected);
});

test('takes no picture of a page that was read from a file or without encryption, where the address is relative', () => {
  expect(pictureOf(meta('og:image', '/a.jpg'), '', 'http://localhost/')).toBeNull();
  expect(pictureOf(meta('og:image', '/a.jpg'), '', 'http://site.example/story')).toBeNull();
  expect(pictureOf(meta('og:image', jpg), '', 'http://localhost/')).toBe(jpg);
});

test.each([
  ['an address of other kinds', meta('og:image', 'data:image/png;base64,AAAA')],
  ['a script', meta('og:image', 'javascript:alert(1)')],
  ['a private host', meta('og:image', 'https://192.168.0.1/a.jpg')],
  ['an endless address', meta('og:image', `https://cdn.example/${'a'.repeat(2000)}`)],
  ['an empty address', meta('og:image', ' ')],
  ['a width of one pixel', meta('og:image', 'https://t.example/p.gif') + meta('og:image:width', '1')],
  ['a height of one pixel', meta('og:image', 'https://t.example/p.gif') + meta('og:image:height', '1px')],
  ['a pixel by its name', meta('og:image', 'https://t.example/track_1x1.gif')],
])('passes over %s, and takes the next', (_case, head) => {
  expect(pictureOf(head)).toBeNull();
  expect(pictureOf(head + linked(spare))).toBe(spare);
});

test.each([
  [{ url: 'https://t.example/p.gif', width: 1, height: 1 }],
  [{ url: { toString: 1 }, width: { toString: 1 } }],
  [[null, 7, [], {}]],
  [''],
])('finds no picture in the JSON-LD image %j', (image) => {
  expect(pictureOf(linked(image))).toBeNull();
});

test('looks at no picture in the text', () => {
  expect(pictureOf('', `<article><img src="${jpg}"></article>`)).toBeNull();
});

test('a page with a picture reads otherwise as it does without', async () => {
  const html = (head: string) =>
    `<html><head><title>T</title>${head}</head><body><article><p>${'The list grew by forty names. '.repeat(9)}</p></article></body></html>`;
  const read = (head: string) =>
    extractPage({ body: new TextEncoder().encode(html(head)), contentType: 'text/html', url: pageUrl });

  expect(await read(meta('og:image', jpg))).toEqual({ ...(await read('')), imageUrl: jpg });
});
