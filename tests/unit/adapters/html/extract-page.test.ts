import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractPage } from '../../../../adapters/html/extract-page.ts';

const url = 'https://harbor.example/2026/03/10/shipyards?from=feed';
const news = readFileSync(new URL('../../../fixtures/pages/news.html', import.meta.url), 'utf8');

function extract(html: string | Uint8Array, contentType: string | null = 'text/html', pageUrl = url) {
  const body = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  return extractPage({ body, contentType, url: pageUrl });
}

const paragraphs = [
  'The trade ministry said on Tuesday that it had added two shipyards to its list of firms whose purchases need a license, a step that both of them called a surprise.',
  'The rule takes effect on 1 April and covers engines above 5 megawatts, according to the notice that the ministry published.',
  'What the yards say',
  '"We learned of it from the newspaper," said a spokesman of the northern yard, which employs 4,100 people.',
  'Engines above 5 megawatts need a license.',
  'Spare parts do not.',
  'Share prices of both yards fell by a tenth within the hour, and did not recover before the close.',
];

test('an article keeps its paragraphs and loses the furniture of its page', async () => {
  expect(await extract(news)).toEqual({
    kind: 'read',
    title: 'Ministry adds two shipyards to its list',
    publisher: 'Harbor Desk',
    publishedAt: { epochMs: Date.UTC(2026, 2, 10, 7, 30), precision: 'instant', basis: 'page' },
    lang: 'en',
    canonicalUrl: 'https://harbor.example/2026/03/10/shipyards',
    imageUrl: null,
    text: paragraphs.join('\n'),
  });
});

test('a page of divisions without any hint is read as well', async () => {
  const body = paragraphs.map((text) => `<div>${text}</div>`).join('<br>');
  const page = await extract(`<body><div><div>Home</div><div>${body}</div><div>Share</div></div></body>`);

  expect(page).toMatchObject({
    kind: 'read',
    text: paragraphs.join('\n'),
    publishedAt: { basis: 'url', precision: 'day' },
  });
});

test('a page that was saved to a file is read the same way', async () => {
  const page = await extract(news, null, 'file:///tmp/saved.html');

  expect(page).toMatchObject({ kind: 'read', text: paragraphs.join('\n'), canonicalUrl: null });
});

test('a page in another encoding is decoded', async () => {
  const sentence =
    'Der Minister kündigte höhere Zölle an, und die Werften wären über Nacht überrascht worden, heißt es dort.';
  const html = `<html><head><meta charset="iso-8859-1"></head><body><article><p>${sentence}</p></article></body></html>`;

  expect(await extract(Buffer.from(html, 'latin1'))).toMatchObject({ kind: 'read', text: sentence });
});

test('no script or style becomes text, and invisible characters go', async () => {
  const sentence = paragraphs[0] ?? '';
  const hidden =
    '<script>alert("text text text")</script><style>p{color:red}</style><noscript>Enable it</noscript>';
  const page = await extract(
    `<article><p>${sentence.replace('two', 't\u200bwo\u202e')}</p>${hidden}<p>${paragraphs[1]}</p></article>`,
  );

  expect(page).toMatchObject({ kind: 'read', text: `${sentence}\n${paragraphs[1]}` });
});

test.each([
  ['an empty body', '', 'text/html', 'No article text'],
  ['a login page', '<body><form><p>Log in</p><input></form></body>', 'text/html', 'No article text'],
  ['a PDF by its type', 'x', 'application/pdf; x=y', 'application/pdf'],
  ['a PDF by its bytes', '%PDF-1.7 x', 'text/html', 'PDF'],
  ['more than 5 MB', `<p>${'x'.repeat(5_000_001)}</p>`, 'text/html', 'larger than 5 MB'],
  ['150,000 elements', '<i></i>'.repeat(150_000), 'text/html', 'too many elements'],
  ['200,000 ampersands', '&'.repeat(200_000), 'text/html', 'too many elements'],
  ['30,000 elements deep', `<body>${'<div>'.repeat(30_000)}`, 'text/html', 'nested too deep'],
])('%s is unreadable, in words', async (_case, html, contentType, reason) => {
  expect(await extract(html, contentType)).toEqual({
    kind: 'unreadable',
    reason: expect.stringContaining(reason),
  });
});

test('what is read can cross to another thread', async () => {
  const page = await extract(news);

  expect(structuredClone(page)).toEqual(page);
});
