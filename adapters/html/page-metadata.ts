import { type Moment, unknownMoment } from '../../src/domain/moment.ts';
import { plainTitle } from '../../src/domain/text/plain-text.ts';
import { safeLink } from '../../src/domain/text/safe-link.ts';
import { articleNode, type LinkedNode, linkedNodes, linkedText } from './linked-data.ts';
import { firstDate, readAddressDate, readPageDate } from './page-date.ts';
import type { PageDocument } from './page-document.ts';
import { pagePicture } from './page-picture.ts';

export interface PageMetadata {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publishedAt: Moment;
  readonly lang: string | null;
  readonly canonicalUrl: string | null;
  /** Absolute https address of the picture that stands for the page. */
  readonly imageUrl: string | null;
}

const dateNames: readonly string[] = [
  ...[
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
  ],
  ...['dc.date.issued', 'dc.date', 'dcterms.created', 'dcterms.date', 'citation_publication_date', 'pubdate'],
  ...['publishdate', 'publish-date', 'publish_date', 'article.published', 'date'],
];

/**
 * What a page says of itself. Dates come from JSON-LD, meta elements, a `time` inside the article and the address, in
 * this order, and from nowhere else: a clock printed by the page would make an old article new.
 */
export function readPageMetadata(document: PageDocument, pageUrl: string): PageMetadata {
  const meta = metaOf(document);
  const nodes = linkedNodes(document);
  const article = articleNode(nodes);
  return {
    title: titleOf(document, meta, article),
    publisher: nameOf(
      meta.get('og:site_name') ?? linkedText(article?.['publisher']) ?? meta.get('application-name'),
    ),
    publishedAt: dateOf(document, meta, nodes, article, pageUrl),
    lang: langOf(document, meta, article),
    canonicalUrl: canonicalOf(document, meta, pageUrl),
    imageUrl: pagePicture(meta, article, pageUrl),
  };
}

/** Values of meta elements by name, property or itemprop, in lower case; the first of each name counts. */
function metaOf(document: PageDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim();
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && content && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

function titleOf(
  document: PageDocument,
  meta: ReadonlyMap<string, string>,
  article: LinkedNode | null,
): string | null {
  const headings = [...document.querySelectorAll('h1')];
  const heading = headings.length === 1 ? headings[0]?.textContent : null;
  const candidates = [
    linkedText(article?.['headline']),
    meta.get('og:title'),
    meta.get('twitter:title'),
    heading,
  ];
  for (const candidate of [...candidates, document.querySelector('title')?.textContent]) {
    const title = plainTitle(candidate ?? '');
    if (title) return title;
  }
  return null;
}

function dateOf(
  document: PageDocument,
  meta: ReadonlyMap<string, string>,
  nodes: readonly LinkedNode[],
  article: LinkedNode | null,
  pageUrl: string,
): Moment {
  const page = nodes.find((node) => node['datePublished'] !== undefined);
  return firstDate([
    readPageDate(linkedText(article?.['datePublished'])),
    readPageDate(linkedText(page?.['datePublished'])),
    ...dateNames.map((name) => readPageDate(meta.get(name))),
    timeInArticle(document),
    readAddressDate(pageUrl),
    readAddressDate(canonicalOf(document, meta, pageUrl) ?? ''),
  ]);
}

/** A `time` element counts where the page has one article, marked as publication or standing first in it. */
function timeInArticle(document: PageDocument): Moment {
  const marked = document.querySelector('time[itemprop="datePublished"], time[pubdate]');
  const articles = [...document.querySelectorAll('article')];
  const first = articles.length === 1 ? articles[0]?.querySelector('time[datetime]') : null;
  const time = marked ?? first;
  return time ? readPageDate(time.getAttribute('datetime') ?? time.textContent) : unknownMoment;
}

function langOf(
  document: PageDocument,
  meta: ReadonlyMap<string, string>,
  article: LinkedNode | null,
): string | null {
  const said = [document.documentElement?.getAttribute('lang'), linkedText(article?.['inLanguage'])];
  for (const candidate of [...said, meta.get('og:locale'), meta.get('content-language')]) {
    const lang = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(candidate ?? '')?.[1];
    if (lang) return lang.toLowerCase();
  }
  return null;
}

/** A "canonical" address that is the site's front page belongs to a template, not to the article. */
function canonicalOf(
  document: PageDocument,
  meta: ReadonlyMap<string, string>,
  pageUrl: string,
): string | null {
  const link = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  for (const candidate of [link, meta.get('og:url')]) {
    const url = URL.parse(candidate?.trim() || '#', pageUrl);
    if (!url || !candidate || !safeLink(url.href)) continue;
    const isFrontPage = url.pathname === '/' && url.search === '';
    if (!isFrontPage || URL.parse(pageUrl)?.pathname === '/') return url.href;
  }
  return null;
}

function nameOf(text: string | null | undefined): string | null {
  return plainTitle(text ?? '') || null;
}
