import { expect, test } from 'vitest';
import type { RawArticle } from '../../../src/domain/article.ts';
import { composeArticle } from '../../../src/domain/compose-article.ts';
import { unknownMoment } from '../../../src/domain/moment.ts';

const raw: RawArticle = {
  url: 'https://wire.example/a?utm_source=x',
  title: 'Chip &amp; phone <b>rules</b>',
  publisher: ' Wire\u200b One ',
  publishedAt: unknownMoment,
  lang: 'en-US',
  kind: 'report',
  tier: 'wire',
  sourceId: 'wire',
  imageUrl: 'https://cdn.example/a.jpg',
  text: 'Home\r\nThe list grew.\u00a0It has 140 names.\r\nShare\r\nBy Jane Doe\r\n',
};

test('makes an article of plain title, clean text and sentences', () => {
  expect(composeArticle(raw)).toEqual({
    id: expect.stringMatching(/^a[0-9a-f]{16}$/),
    url: 'https://wire.example/a?utm_source=x',
    title: 'Chip & phone rules',
    publisher: 'Wire One',
    publishedAt: unknownMoment,
    lang: 'en',
    kind: 'report',
    tier: 'wire',
    sourceId: 'wire',
    imageUrl: 'https://cdn.example/a.jpg',
    text: 'The list grew. It has 140 names.',
    sentences: ['The list grew.', 'It has 140 names.'],
  });
});

test('the same document read twice has one id, whatever led to it', () => {
  const again = composeArticle({
    ...raw,
    url: 'http://www.wire.example/a/#top',
    publisher: 'Somebody',
    sourceId: 'other',
    text: `${raw.text}\nHome\n`,
  });

  expect(again.id).toBe(composeArticle(raw).id);
});

test.each<[string, Partial<RawArticle>]>([
  ['a revised text', { text: 'The list grew. It has 141 names.' }],
  ['another title', { title: 'Another title' }],
  ['another address', { url: 'https://wire.example/b' }],
])('%s gives another id', (_, over) => {
  expect(composeArticle({ ...raw, ...over }).id).not.toBe(composeArticle(raw).id);
});

test.each([
  ['商务部公布了新的实体清单名单。', 'en', 'zh'],
  ['The list grew.', 'EN-gb', 'en'],
  ['The list grew.', null, 'und'],
])('the language of "%s", given as %s, is %s', (text, lang, expected) => {
  expect(composeArticle({ ...raw, text, lang }).lang).toBe(expected);
});

test('an address that is none is left out', () => {
  expect(composeArticle({ ...raw, url: 'javascript:alert(1)' }).url).toBeNull();
  expect(composeArticle({ ...raw, url: null, publisher: null })).toMatchObject({
    url: null,
    publisher: null,
  });
});

test.each([null, 'http://cdn.example/a.jpg', 'https://10.0.0.1/a.jpg', 'data:image/png;base64,AA'])(
  'the picture %s is left out, and the article is otherwise the same',
  (imageUrl) => {
    expect(composeArticle({ ...raw, imageUrl })).toEqual({ ...composeArticle(raw), imageUrl: null });
  },
);

test('an endless page is cut after its last whole paragraph', () => {
  const paragraph = `${'The list grew by one name on that day, and nobody knew why. '.repeat(40)}`.trim();
  const paragraphs = Array.from({ length: 60 }, (_, index) => `${index} ${paragraph}`);

  const { text } = composeArticle({ ...raw, text: paragraphs.join('\n') });

  expect(text.length).toBeLessThanOrEqual(100_000);
  expect(text.length).toBeGreaterThan(95_000);
  expect(paragraphs).toContain(text.split('\n').at(-1));
});

test.each([
  ['its last whole sentence', 'The list grew by one name. '],
  ['its last whole sentence', '名單擴大了。'],
])('an endless line is cut after %s', (_, sentence) => {
  const { text } = composeArticle({ ...raw, text: sentence.repeat(40_000) });

  expect(text.length).toBeLessThanOrEqual(100_000);
  expect(text.endsWith(sentence.trim())).toBe(true);
});

test('text without any end is cut between two characters', () => {
  const { text } = composeArticle({ ...raw, text: `x${'𠮷'.repeat(80_000)}` });

  expect(text.length).toBeGreaterThan(99_000);
  expect(text.isWellFormed()).toBe(true);
});
