import { createHash } from 'node:crypto';
import type { Entry } from '../../src/domain/entry.ts';
import { isoOfMoment, type Moment, unknownMoment } from '../../src/domain/moment.ts';
import { plainTitle } from '../../src/domain/text/plain-text.ts';
import { safeLink } from '../../src/domain/text/safe-link.ts';
import { readFeedDate } from './feed-date.ts';
import { feedText } from './feed-text.ts';
import type { RawFeed, RawItem } from './raw-feed.ts';

/** Stands in for a title that the feed does not give; a whole word ends it. */
const longestMadeTitle = 120;

interface Dated {
  readonly item: RawItem;
  readonly entry: Entry;
}

/** The entries of a feed that can be used, and a sentence for each that cannot. `feedUrl` is where the feed was read. */
export function entriesOfFeed(feed: RawFeed, feedUrl: string): { entries: Entry[]; dropped: string[] } {
  const dropped: string[] = [];
  const read: Dated[] = [];
  for (const [index, item] of feed.items.entries()) {
    const entry = entryOf(item, feed, feedUrl);
    if (entry) read.push({ item, entry });
    else dropped.push(`Entry ${index + 1} has neither a title nor a text.`);
  }
  const sharedIds = idsOfSeveralPages(read);
  const byKey = new Map<string, Entry>();
  for (const { item, entry } of read) {
    const key = keyOf(sharedIds.has(item.id) ? '' : item.id, entry);
    if (byKey.has(key)) dropped.push(`"${shown(entry.title)}" stands in the feed twice.`);
    else byKey.set(key, { ...entry, key });
  }
  return { entries: [...byKey.values()], dropped };
}

function entryOf(item: RawItem, feed: RawFeed, feedUrl: string): Entry | null {
  const summary = feedText(item.summary);
  const content = feedText(item.content);
  const title = plainTitle(item.title) || madeTitle(summary || content);
  if (title === '') return null;
  const bases = [item.base, feed.home, feedUrl];
  return {
    key: '',
    url: pageOf(item.links, bases),
    title,
    publishedAt: dateOf(item.dates),
    summary,
    content,
  };
}

/** The first of the item's addresses that is one, made absolute. */
function pageOf(links: readonly string[], bases: readonly string[]): string | null {
  const base = bases.reduceRight((outer, inner) => URL.parse(inner, outer || undefined)?.href ?? outer, '');
  for (const link of links) {
    const url = URL.parse(link.replace(/\s+/g, ''), base || undefined);
    if (url && safeLink(url.href)) return url.href;
  }
  return null;
}

function dateOf(dates: readonly string[]): Moment {
  for (const text of dates) {
    const moment = readFeedDate(text);
    if (moment.epochMs !== null) return moment;
  }
  return unknownMoment;
}

/** Ids that a careless feed gives to several pages, such as its own address: they tell nothing apart. */
function idsOfSeveralPages(read: readonly Dated[]): ReadonlySet<string> {
  const pages = new Map<string, string | null>();
  const shared = new Set<string>();
  for (const { item, entry } of read) {
    if (pages.has(item.id) && pages.get(item.id) !== entry.url) shared.add(item.id);
    pages.set(item.id, entry.url);
  }
  return shared;
}

function keyOf(id: string, entry: Entry): string {
  if (id) return id;
  if (entry.url) return entry.url;
  const told = `${entry.title}\n${isoOfMoment(entry.publishedAt) ?? ''}`;
  return `sha256:${createHash('sha256').update(told).digest('hex').slice(0, 32)}`;
}

function madeTitle(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  if (line.length <= longestMadeTitle) return line;
  const cut = line.slice(0, longestMadeTitle);
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || longestMadeTitle).trim()}…`;
}

function shown(title: string): string {
  return title.length > 60 ? `${title.slice(0, 60)}…` : title;
}
