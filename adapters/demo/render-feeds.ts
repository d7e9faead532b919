import { escapeMarkup, paragraphsAsHtml } from './markup.ts';
import type { DemoArticle, DemoFeed } from './read-newsroom.ts';

export interface RenderedFile {
  readonly contentType: string;
  readonly body: string;
}

/** The feed as its format wants it, with links that begin with `origin` (`http://127.0.0.1:PORT`). Pure. */
export function renderFeed(feed: DemoFeed, origin: string): RenderedFile {
  switch (feed.format) {
    case 'atom':
      return { contentType: 'application/atom+xml; charset=utf-8', body: atom(feed, origin) };
    case 'rss':
      return { contentType: 'application/rss+xml; charset=utf-8', body: rss(feed, origin, true) };
    case 'rss-summaries':
      return { contentType: 'application/rss+xml; charset=utf-8', body: rss(feed, origin, false) };
    case 'json':
      return { contentType: 'application/feed+json; charset=utf-8', body: jsonFeed(feed, origin) };
  }
}

function rss(feed: DemoFeed, origin: string, withFullText: boolean): string {
  const items = feed.articles.map(
    (article) => `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${escapeMarkup(origin + article.path)}</link>
<guid isPermaLink="false">${article.id}</guid>
<pubDate>${new Date(article.date).toUTCString()}</pubDate>
<description>${escapeMarkup(summaryOf(article))}</description>
${withFullText ? `<content:encoded>${escapeMarkup(paragraphsAsHtml(article))}</content:encoded>\n` : ''}</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${escapeMarkup(feed.name)}</title>
<link>${origin}/</link>
<description>Sample articles, served for the demo</description>
<language>${feed.lang}</language>
${items.join('\n')}
</channel>
</rss>
`;
}

function atom(feed: DemoFeed, origin: string): string {
  const entries = feed.articles.map(
    (article) => `<entry>
<id>tag:wirewatch.example,2026:${article.id}</id>
<title>${escapeMarkup(article.title)}</title>
<link rel="alternate" type="text/html" href="${escapeMarkup(origin + article.path)}"/>
<published>${article.date}</published>
<updated>${article.date}</updated>
<summary>${escapeMarkup(summaryOf(article))}</summary>
<content type="html">${escapeMarkup(paragraphsAsHtml(article))}</content>
</entry>`,
  );
  const updated = feed.articles
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
<id>tag:wirewatch.example,2026:${feed.id}</id>
<title>${escapeMarkup(feed.name)}</title>
<link rel="self" href="${origin}${feed.path}"/>
<updated>${updated}</updated>
<author><name>${escapeMarkup(feed.name)}</name></author>
${entries.join('\n')}
</feed>
`;
}

function jsonFeed(feed: DemoFeed, origin: string): string {
  const items = feed.articles.map((article) => ({
    id: article.id,
    url: origin + article.path,
    title: article.title,
    date_published: article.date,
    language: article.lang,
    summary: summaryOf(article),
    content_html: paragraphsAsHtml(article),
  }));
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.name,
      home_page_url: `${origin}/`,
      feed_url: origin + feed.path,
      language: feed.lang,
      items,
    },
    null,
    2,
  )}\n`;
}

function summaryOf(article: DemoArticle): string {
  return article.paragraphs[0] ?? '';
}
