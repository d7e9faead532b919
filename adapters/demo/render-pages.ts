import { escapeMarkup, paragraphsAsHtml } from './markup.ts';
import type { DemoArticle, DemoFeed } from './read-newsroom.ts';

const note = 'Sample newsroom of Wirewatch. The outlets are invented.';

/** An article's page: semantic, dated by JSON-LD, and with the furniture that real pages carry. Pure. */
export function renderArticlePage(
  article: DemoArticle,
  related: readonly DemoArticle[],
  origin: string,
): string {
  const address = new URL(article.path, origin);
  const metadata = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.date,
    inLanguage: article.lang,
    publisher: { '@type': 'Organization', name: article.outlet },
  };
  const body = `<nav><a href="/">Home</a> <a href="/">All outlets</a></nav>
<main>
<article>
<header>
<h1>${escapeMarkup(article.title)}</h1>
<p><time datetime="${article.date}">${article.date.slice(0, 10)}</time></p>
</header>
${paragraphsAsHtml(article)}
</article>
</main>
<aside>
<h2>Related</h2>
<ul>
${related.map((other) => `<li>${linkTo(other)}</li>`).join('\n')}
</ul>
</aside>`;
  // "<" is written as an escape, so that no text can end the script element.
  const head = `<meta property="og:site_name" content="${escapeMarkup(article.outlet)}">
<link rel="canonical" href="${escapeMarkup(address.origin + address.pathname)}">
<script type="application/ld+json">${JSON.stringify(metadata).replaceAll('<', '\\u003c')}</script>`;
  return page(article.lang, `${article.title} | ${article.outlet}`, head, body);
}

/** The list of all articles, for a person who looks in with a browser. Pure. */
export function renderHomePage(feeds: readonly DemoFeed[]): string {
  const sections = feeds.map(
    (feed) => `<section>
<h2><a href="${feed.path}">${escapeMarkup(feed.name)}</a></h2>
<ul>
${feed.articles.map((article) => `<li>${linkTo(article)}</li>`).join('\n')}
</ul>
</section>`,
  );
  return page('en', 'Sample newsroom', '', `<h1>Sample newsroom</h1>\n${sections.join('\n')}`);
}

function linkTo(article: DemoArticle): string {
  return `<a href="${escapeMarkup(article.path)}">${escapeMarkup(article.title)}</a>`;
}

function page(lang: string, title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(title)}</title>
${head}
</head>
<body>
${body}
<footer><p>${note}</p></footer>
</body>
</html>
`;
}
