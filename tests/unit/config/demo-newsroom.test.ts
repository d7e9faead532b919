import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Parser from 'rss-parser';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { startNewsroom } from '../../../adapters/demo/newsroom-server.ts';
import { type DemoArticle, readNewsroom } from '../../../adapters/demo/read-newsroom.ts';
import { renderFeed } from '../../../adapters/demo/render-feeds.ts';
import { renderArticlePage } from '../../../adapters/demo/render-pages.ts';

const dir = fileURLToPath(new URL('../../../config/demo', import.meta.url));
const feeds = await readNewsroom(dir);
const articles = feeds.flatMap((feed) => feed.articles);
const newsroom = await startNewsroom(dir);
const origin = `http://127.0.0.1:${newsroom.port}`;

afterAll(() => newsroom.stop());

function feedOf(format: string) {
  const feed = feeds.find((candidate) => candidate.format === format);
  if (!feed) throw new Error(`No feed of the format ${format}.`);
  return feed;
}

async function textAt(path: string): Promise<string> {
  const response = await fetch(new URL(path, origin));
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response.text();
}

function idsWith(verdict: DemoArticle['expect']): string[] {
  return articles.filter(({ expect: expected }) => expected === verdict).map(({ id }) => id);
}

function articleNamed(id: string): DemoArticle {
  const article = articles.find((candidate) => candidate.id === id);
  if (!article) throw new Error(`No article ${id}.`);
  return article;
}

test('every article file stands in exactly one feed, under its own id and path', async () => {
  const files = (await readdir(join(dir, 'articles'))).map((name) => name.replace(/\.md$/, ''));

  expect(articles.map(({ id }) => id).sort()).toEqual(files.sort());
  expect(new Set(articles.map(({ path }) => path)).size).toBe(articles.length);
  expect(articles.length).toBeGreaterThanOrEqual(28);
});

test('every article is short', () => {
  for (const { id, lang, paragraphs } of articles) {
    const text = paragraphs.join('\n');
    const length = lang === 'en' ? text.split(/\s+/).length : text.length;
    const [least, most] = lang === 'en' ? [90, 220] : [150, 350];

    expect(length, id).toBeGreaterThanOrEqual(least);
    expect(length, id).toBeLessThanOrEqual(most);
  }
});

test('every verdict is to be expected, as often as the demo needs it', () => {
  expect(idsWith('new').length).toBeGreaterThanOrEqual(8);
  expect(idsWith('update').length).toBeGreaterThanOrEqual(3);
  expect(idsWith('repeat').length).toBeGreaterThanOrEqual(4);
  expect(idsWith('contradicts').length).toBe(2);
  expect(idsWith('off_topic').length).toBe(9);
});

test('each event begins with a new article, and its later ones come later in date and in feed order', () => {
  const events = Map.groupBy(
    articles.filter(({ event }) => event !== null),
    ({ event }) => event,
  );
  const told = [...events.values()];

  for (const reports of told) {
    const dates = reports.map(({ date }) => date);
    expect(reports.map(({ expect: expected }) => expected).indexOf('new')).toBe(0);
    expect(reports.filter(({ expect: expected }) => expected === 'new')).toHaveLength(1);
    expect(dates).toEqual(dates.toSorted());
  }
  expect(told.filter((reports) => new Set(reports.map(({ outlet }) => outlet)).size > 1).length).toBe(
    told.length,
  );
});

test('the articles of a feed stand oldest first', () => {
  for (const feed of feeds) {
    const dates = feed.articles.map(({ date }) => date);

    expect(dates, feed.id).toEqual(dates.toSorted());
  }
});

test('the exact copy has the text of its original, and an address with tracking parameters', () => {
  const copy = articleNamed('ledger-nso-copy');

  expect(copy.paragraphs).toEqual(articleNamed('harbor-nso-listing').paragraphs);
  expect(new URL(copy.path, origin).searchParams.has('utm_source')).toBe(true);
});

test('the full-text RSS and the Atom feed carry every article whole', async () => {
  for (const format of ['rss', 'atom']) {
    const feed = feedOf(format);
    const parsed = await new Parser().parseString(await textAt(feed.path));
    const texts = parsed.items.map((item) => item['content:encoded'] ?? item.content ?? '');

    expect(parsed.items.map(({ title }) => title)).toEqual(feed.articles.map(({ title }) => title));
    for (const [index, article] of feed.articles.entries()) {
      expect(texts[index]?.split('<p>')).toHaveLength(article.paragraphs.length + 1);
    }
    expect(parsed.items.map(({ isoDate }) => Date.parse(isoDate ?? ''))).toEqual(
      feed.articles.map(({ date }) => Date.parse(date)),
    );
  }
});

test('the summary RSS carries the first paragraph only', async () => {
  const feed = feedOf('rss-summaries');

  const parsed = await new Parser().parseString(await textAt(feed.path));

  expect(parsed.items.map(({ content }) => content)).toEqual(
    feed.articles.map(({ paragraphs }) => paragraphs[0]),
  );
});

test('the JSON Feed states the language of each item', async () => {
  const feed = feedOf('json');

  const parsed = JSON.parse(await textAt(feed.path));

  expect(parsed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(parsed.items.map((item: { language: string }) => item.language)).toEqual(
    feed.articles.map(({ lang }) => lang),
  );
});

test('every link of every feed leads to the page of its article', async () => {
  for (const feed of feeds) {
    const body = await textAt(feed.path);
    for (const article of feed.articles) {
      const link = origin + article.path;
      const page = await textAt(link);

      expect(body).toContain(feed.format === 'json' ? link : link.replaceAll('&', '&amp;'));
      expect(page).toContain(`<html lang="${article.lang}">`);
      expect(page).toContain(`"datePublished":"${article.date}"`);
      expect(page.split('<p>').length).toBeGreaterThan(article.paragraphs.length);
    }
  }
});

test('every link on every page answers', async () => {
  const pages = await Promise.all(['/', ...articles.map(({ path }) => path)].map(textAt));
  const targets = pages.flatMap((page) => [...page.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href));

  expect(targets.length).toBeGreaterThan(100);
  for (const target of new Set(targets)) {
    expect(await textAt(target?.replaceAll('&amp;', '&') ?? '/missing')).not.toBe('');
  }
});

test('markup in a title stays text in every feed and on its page', async () => {
  const title = 'Chips & tools <b>for</b> "A" </script>';
  const article = { ...articleNamed('harbor-dutch-rule'), title };

  for (const feed of feeds) {
    const { body } = renderFeed({ ...feed, articles: [article] }, origin);
    const items =
      feed.format === 'json' ? JSON.parse(body).items : (await new Parser().parseString(body)).items;
    expect(items[0].title, feed.id).toBe(title);
  }
  const page = renderArticlePage(article, [article], origin);
  expect(page.split('</script>')).toHaveLength(2);
  expect(page).not.toContain('<b>');
});

test('a page answers with and without tracking parameters', async () => {
  const { pathname, href } = new URL(articleNamed('ledger-nso-copy').path, origin);

  expect(await textAt(pathname)).toBe(await textAt(href));
});

test('an unchanged feed answers 304 to its own ETag, and in full to another', async () => {
  const url = origin + feedOf('rss').path;
  const etag = (await fetch(url)).headers.get('etag') ?? '';

  const same = await fetch(url, { headers: { 'if-none-match': etag } });
  const other = await fetch(url, { headers: { 'if-none-match': '"other"' } });

  expect(etag).toMatch(/^".+"$/);
  expect([same.status, await same.text()]).toEqual([304, '']);
  expect(other.status).toBe(200);
});

test('unknown paths and other methods are refused', async () => {
  expect((await fetch(`${origin}/nothing`)).status).toBe(404);
  expect((await fetch(origin, { method: 'POST' })).status).toBe(405);
});

test('the configuration of the demo names the feeds of the newsroom', async () => {
  const template = await readFile(join(dir, 'config.yaml'), 'utf8');

  const config = parse(template.replaceAll('{{PORT}}', String(newsroom.port)));

  expect(config.sources.feeds).toEqual(
    feeds.map(({ name, path, tier }) => ({ url: origin + path, name, tier })),
  );
  expect(config.network).toEqual({ allowHosts: ['127.0.0.1'], perHostDelayMs: 0 });
});

test('a newsroom that cannot be read is refused with the name of the file', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'newsroom-'));
  await writeFile(join(broken, 'newsroom.yaml'), 'feeds: []\n');

  await expect(startNewsroom(broken)).rejects.toThrow(join(broken, 'newsroom.yaml'));
  await rm(broken, { recursive: true });
});

test('a stopped newsroom no longer answers', async () => {
  const another = await startNewsroom(dir);
  await fetch(`http://127.0.0.1:${another.port}/`);

  await another.stop();

  await expect(fetch(`http://127.0.0.1:${another.port}/`)).rejects.toThrow();
});
