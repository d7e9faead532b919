import { leftOutSentence, maxItems, pagesNamed, type RawItem, type RawReading } from './raw-feed.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a JSON Feed, version 1 or 1.1 (jsonfeed.org/version/1.1). */
export function readJsonFeed(text: string): RawReading {
  const feed = fieldsOf(parseJson(text));
  const items = feed?.['items'];
  if (!feed || !Array.isArray(items)) {
    return { kind: 'unreadable', reason: 'The answer is JSON, but no JSON Feed: it has no list of items.' };
  }
  const read = items.slice(0, maxItems).map((item) => fieldsOf(item));
  const dropped = read.flatMap((item, index) =>
    item ? [] : [`Item ${index + 1} of the feed is no object.`],
  );
  if (items.length > maxItems) dropped.push(leftOutSentence(items.length - maxItems));
  return {
    kind: 'read',
    feed: {
      title: textOf(feed['title']),
      lang: textOf(feed['language']),
      home: textOf(feed['home_page_url']),
      items: read.flatMap((item) => (item ? [toRawItem(item)] : [])),
      dropped,
    },
  };
}

function toRawItem(item: Fields): RawItem {
  const plain = textOf(item['content_text']);
  const summary = textOf(item['summary']);
  return {
    title: textOf(item['title']),
    links: pagesNamed([textOf(item['url']), textOf(item['external_url'])], [textOf(item['id'])]),
    id: textOf(item['id']),
    dates: [textOf(item['date_published']), textOf(item['date_modified'])].filter((date) => date !== ''),
    summary: isPlain(summary),
    content: textOf(item['content_html']) || isPlain(plain),
    base: '',
  };
}

/** These fields are text, never HTML; what looks like a tag in them is meant to be seen. */
function isPlain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}

/** The id may be a number, although the specification asks for text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
