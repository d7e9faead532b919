import RssParser from 'rss-parser';
import { pagesNamed, type RawFeed, type RawItem, type RawReading } from './raw-feed.ts';
import { repairMarkup } from './repair-markup.ts';
import { rewriteFeed } from './rewrite-feed.ts';

const root = /<(?:([a-z_][\w-]{0,30}):)?(rss|feed|rdf)(?=[\s>/])/i;
const entityDeclaration = /<!ENTITY\s+([\w.-]{1,64})\s+(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s*>/g;
const maxEntities = 200;

/** Field names of `rewriteFeed`. */
type RewrittenItem = Readonly<Record<string, string | readonly string[] | undefined>>;

const parser = new RssParser({
  defaultRSS: 2,
  customFields: {
    feed: ['base', 'format'],
    item: [
      ['link', 'links', { keepArray: true }],
      ['published', 'published', { keepArray: true }],
      ['updated', 'updated', { keepArray: true }],
      ...['permalink', 'guid', 'summary', 'body', 'base', 'about'].map((name) => [name, name]),
    ] as string[][],
  },
});

/** Reads RSS, RDF and Atom, as broken as they come. */
export async function readXmlFeed(text: string): Promise<RawReading> {
  const found = root.exec(text);
  const before = text.slice(0, found?.index ?? 4_096);
  if (/<html[\s>]|<!doctype\s+html/i.test(before)) {
    return unreadable(
      'The address answered with an HTML page and not with a feed; look on that page for the address of its feed.',
    );
  }
  if (!found) return unreadable('The answer is no feed: it has no rss, feed or RDF element.');
  const repaired = repairMarkup(fromRootToEnd(text, found), declaredEntities(before));
  if (repaired.kind === 'refused') return unreadable(`The feed was refused. ${repaired.reason}`);
  const prefix = found[1] && found[2]?.toLowerCase() !== 'rdf' ? `${found[1]}:` : '';
  const rewritten = rewriteFeed(repaired.xml, prefix);
  try {
    const feed = await parser.parseString(rewritten.xml);
    return { kind: 'read', feed: toRawFeed({ ...feed }, rewritten.dropped) };
  } catch (error) {
    const first = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    return unreadable(`The feed is no XML that can be read (${first?.slice(0, 100)}).`);
  }
}

/** What a server prints before or after the document (warnings, statistics) is not part of it. */
function fromRootToEnd(text: string, found: RegExpExecArray): string {
  const closing = text.lastIndexOf(found[0].replace('<', '</'));
  const end = closing > found.index ? text.indexOf('>', closing) : -1;
  return text.slice(found.index, end === -1 ? undefined : end + 1);
}

/** Short texts only. An entity made of other entities is how a small feed grows to fill the memory. */
function declaredEntities(prolog: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const [, name, quoted, single] of prolog.matchAll(entityDeclaration)) {
    if (entities.size === maxEntities) break;
    if (name && !entities.has(name)) entities.set(name, quoted ?? single ?? '');
  }
  return entities;
}

function toRawFeed(feed: Readonly<Record<string, unknown>>, dropped: readonly string[]): RawFeed {
  const items = Array.isArray(feed['items']) ? (feed['items'] as readonly RewrittenItem[]) : [];
  const base = textOf(feed['base']);
  return {
    title: textOf(feed['title']),
    lang: textOf(feed['language']),
    // Atom resolves against the address of the document (RFC 4287 1.1); the others name no base, and mean their site.
    home: base || (feed['format'] === 'atom' ? '' : textOf(feed['link'])),
    items: items.map(toRawItem),
    dropped,
  };
}

function toRawItem(item: RewrittenItem): RawItem {
  const permalink = textOf(item['permalink']);
  const guid = textOf(item['guid']);
  const about = textOf(item['about']);
  return {
    title: textOf(item['title']),
    links: pagesNamed(textsOf(item['links']), [permalink, about]),
    id: permalink || guid || about,
    dates: [...textsOf(item['published']), ...textsOf(item['updated'])],
    summary: textOf(item['summary']),
    content: textOf(item['body']),
    base: textOf(item['base']),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : [];
}

function unreadable(reason: string): RawReading {
  return { kind: 'unreadable', reason };
}
