import type { RawArticle } from '../domain/article.ts';
import type { Entry, PageReading } from '../domain/entry.ts';
import { noValidators, type SourceDefinition } from '../domain/source.ts';
import type { HttpClient } from '../ports/http-client.ts';
import type { PageExtractor } from '../ports/page-extractor.ts';
import { sentenceOfError } from './sentence-of-error.ts';

/** A feed that carries at least this much of an article carries all of it; its page need not be asked for. */
const fullTextCharacters = 800;
/** Less than this is a headline again, and no text to judge or to quote. */
const leastCharacters = 60;

export interface ReadTools {
  readonly http: HttpClient;
  readonly pageExtractor: PageExtractor;
}

export interface ReadLimits {
  readonly pageMaxBytes: number;
  readonly requestTimeoutMs: number;
  /** From this attempt on, a page that still fails is given up and the feed's own summary is taken. */
  readonly mostAttempts: number;
}

export type EntryReading =
  | { readonly kind: 'read'; readonly raw: RawArticle }
  /** The page failed in a way that may pass; the entry waits. */
  | { readonly kind: 'later'; readonly problem: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'hopeless'; readonly problem: string };

/** Gets the text of an entry: from the feed where it carries it, else from its page, else the feed's summary. */
export async function readEntry(
  pending: { readonly entry: Entry; readonly attempts: number },
  source: SourceDefinition,
  tools: ReadTools,
  limits: ReadLimits,
): Promise<EntryReading> {
  const { entry } = pending;
  if (entry.content.length >= fullTextCharacters || entry.url === null)
    return fromFeed(entry, source, 'it has no page');
  const answer = await tools.http.fetch({
    url: entry.url,
    accept: 'text/html, application/xhtml+xml, */*;q=0.1',
    validators: noValidators,
    maxBytes: limits.pageMaxBytes,
    timeoutMs: limits.requestTimeoutMs,
  });
  if (answer.kind === 'failed' && pending.attempts < limits.mostAttempts) {
    return { kind: 'later', problem: answer.problem, retryAfterMs: answer.retryAfterMs };
  }
  if (answer.kind !== 'ok') {
    return fromFeed(entry, source, answer.kind === 'not_modified' ? 'its page was not sent' : answer.problem);
  }
  const page = await extract(
    { body: answer.body, contentType: answer.contentType, url: answer.finalUrl },
    tools,
  );
  return page.kind === 'read' && page.text.length >= leastCharacters
    ? { kind: 'read', raw: fromPage(page, entry, source) }
    : fromFeed(entry, source, page.kind === 'unreadable' ? page.reason : 'its page holds no text');
}

async function extract(
  page: Parameters<PageExtractor['extract']>[0],
  tools: ReadTools,
): Promise<PageReading> {
  try {
    return await tools.pageExtractor.extract(page);
  } catch (error) {
    return { kind: 'unreadable', reason: sentenceOfError(error) };
  }
}

function fromFeed(entry: Entry, source: SourceDefinition, why: string): EntryReading {
  const text = entry.content.length > entry.summary.length ? entry.content : entry.summary;
  if (text.trim().length < leastCharacters) {
    const problem = entry.title
      ? `The feed holds no text of "${entry.title}", and ${why}`
      : `There is no text to read: ${why}`;
    return { kind: 'hopeless', problem };
  }
  return { kind: 'read', raw: { ...baseOf(entry, source), text } };
}

function fromPage(page: PageReading & { kind: 'read' }, entry: Entry, source: SourceDefinition): RawArticle {
  const base = baseOf(entry, source);
  return {
    ...base,
    title: entry.title || page.title || base.title,
    publisher: page.publisher ?? base.publisher,
    publishedAt: entry.publishedAt.epochMs === null ? page.publishedAt : entry.publishedAt,
    lang: page.lang ?? base.lang,
    imageUrl: page.imageUrl,
    text: page.text,
  };
}

function baseOf(entry: Entry, source: SourceDefinition): Omit<RawArticle, 'text'> {
  return {
    url: entry.url,
    title: entry.title,
    publisher: source.name,
    publishedAt: entry.publishedAt,
    lang: source.lang,
    kind: 'report',
    tier: source.tier,
    sourceId: source.id,
    imageUrl: null,
  };
}
