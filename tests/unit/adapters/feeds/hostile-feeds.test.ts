import { expect, test } from 'vitest';
import { parseFeed } from '../../../../adapters/feeds/parse-feed.ts';

/** Far above what each takes (tens of milliseconds), far below what any of them takes unguarded. */
const deadlineMs = 2_000;

const head = '<rss version="2.0"><channel><title>T</title><item><title>';
const tail = '</title></item></channel></rss>';

const laughs = Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

const cases: readonly (readonly [string, string, 'read' | 'unreadable'])[] = [
  ['billion laughs', `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>${head}&l20;${tail}`, 'read'],
  ['an external entity', `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${head}&x;${tail}`, 'read'],
  ['100,000 elements deep', head + '<b>'.repeat(100_000) + '</b>'.repeat(100_000) + tail, 'unreadable'],
  ['elements that are never closed', head + '<b>'.repeat(300_000), 'unreadable'],
  ['410,000 tags', head + '<b/>'.repeat(410_000) + tail, 'unreadable'],
  ['a tag of a megabyte', `${head}<a x="${'y'.repeat(1_000_000)}">${tail}`, 'unreadable'],
  ['200,000 opening brackets', head + '<'.repeat(200_000) + tail, 'unreadable'],
  ['200,000 ampersands', head + '&'.repeat(200_000) + tail, 'unreadable'],
  ['unclosed comments and sections', head + '<!--<![CDATA['.repeat(100_000) + tail, 'read'],
  [
    'a description of open tags',
    `${head}x</title><description>${'&lt;p'.repeat(200_000)}</description></item></channel></rss>`,
    'read',
  ],
  [
    'HTML that is deep inside its escape',
    `${head}x</title><description>${'&lt;b&gt;'.repeat(50_000)}x</description></item></channel></rss>`,
    'read',
  ],
  [
    'names of prototypes',
    `${head}x</title><__proto__><x>1</x></__proto__><constructor>y</constructor></item></channel></rss>`,
    'read',
  ],
  ['deep JSON', `{"items":${'['.repeat(200_000)}`, 'unreadable'],
];

test.each(cases)('%s is settled fast', async (_case, body, kind) => {
  const started = performance.now();

  const reading = await parseFeed({
    body: new TextEncoder().encode(body),
    contentType: 'text/xml',
    url: 'https://feeds.example/',
  });

  expect(reading.kind).toBe(kind);
  expect(performance.now() - started).toBeLessThan(deadlineMs);
  expect(JSON.stringify(reading).length).toBeLessThan(3_000_000);
  expect(JSON.stringify(reading)).not.toContain('root:');
});

test('a feed cannot reach the prototype of all objects', async () => {
  await parseFeed({
    body: new TextEncoder().encode(
      '{"items":[{"__proto__":{"polluted":1},"title":"x"}],"__proto__":{"polluted":1}}',
    ),
    contentType: 'application/json',
    url: 'https://feeds.example/',
  });

  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
