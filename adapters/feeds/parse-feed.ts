import type { FeedReading } from '../../src/domain/entry.ts';
import { decodeBytes } from '../../src/domain/text/decode-bytes.ts';
import { plainTitle } from '../../src/domain/text/plain-text.ts';
import type { FeedBytes } from '../../src/ports/feed-parser.ts';
import { entriesOfFeed } from './entries-of-feed.ts';
import type { RawReading } from './raw-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readXmlFeed } from './read-xml-feed.ts';

/** Several times the largest feeds known; the client caps bytes below this. */
const maxChars = 20_000_000;

/** Reads RSS, Atom, RDF and JSON Feed in any encoding. Never rejects for what a feed holds. Its arguments and result can cross threads. */
export async function parseFeed(feed: FeedBytes): Promise<FeedReading> {
  const text = decodeBytes(feed.body, feed.contentType);
  const reading = await readFormat(text);
  if (reading.kind === 'unreadable') return reading;
  const { title, lang } = reading.feed;
  const { entries, dropped } = entriesOfFeed(reading.feed, feed.url);
  return {
    kind: 'read',
    title: plainTitle(title),
    lang: /^([a-z]{2,3})(?:[-_]|$)/i.exec(lang)?.[1]?.toLowerCase() ?? null,
    entries,
    dropped: [...reading.feed.dropped, ...dropped],
  };
}

async function readFormat(text: string): Promise<RawReading> {
  const start = text.slice(0, 1_000).trimStart();
  if (text.trim() === '') return { kind: 'unreadable', reason: 'The answer is empty.' };
  if (text.length > maxChars) {
    return { kind: 'unreadable', reason: `The feed was refused. It has more than ${maxChars} characters.` };
  }
  return start.startsWith('{') || start.startsWith('[') ? readJsonFeed(text) : readXmlFeed(text);
}
