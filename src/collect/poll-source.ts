import type { Entry } from '../domain/entry.ts';
import type { SourceDefinition, SourceState, Validators } from '../domain/source.ts';
import type { Clock } from '../ports/clock.ts';
import type { FeedParser } from '../ports/feed-parser.ts';
import type { HttpClient, HttpOutcome } from '../ports/http-client.ts';
import type { SourceStore } from '../ports/source-store.ts';
import { nextPollAtMs } from './next-poll.ts';
import { sentenceOfError } from './sentence-of-error.ts';

const acceptFeeds =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1';

export interface AskTools {
  readonly http: HttpClient;
  readonly feedParser: FeedParser;
}

export interface PollTools extends AskTools {
  readonly sources: SourceStore;
  readonly clock: Clock;
}

export interface AskLimits {
  readonly feedMaxBytes: number;
  readonly requestTimeoutMs: number;
}

export interface PollLimits extends AskLimits {
  readonly pollEveryMs: number;
}

export interface PollReport {
  readonly sourceId: string;
  readonly problem: string | null;
  readonly newEntries: number;
  /** A sentence for each entry that could not be used. */
  readonly dropped: readonly string[];
}

/** What a poll brought, before it is recorded. */
export interface FeedAnswer {
  readonly problem: string | null;
  /** The feed's own name, empty where it gives none. */
  readonly title: string;
  readonly lang: string | null;
  readonly entries: readonly Entry[];
  readonly dropped: readonly string[];
  readonly validators: Validators | null;
  readonly serverWaitMs: number | null;
}

const nothing = { title: '', lang: null, entries: [], dropped: [], validators: null };

/**
 * Asks one source for what is new and records the answer: entries and validators in one transaction, so that a crash
 * between the two cannot make the next poll skip entries. A source that fails costs itself its turn and nothing else.
 */
export async function pollSource(
  state: SourceState,
  tools: PollTools,
  limits: PollLimits,
): Promise<PollReport> {
  const reading = await askFeed(state.source, state.validators, tools, limits);
  const nowMs = tools.clock.nowMs();
  const { newEntries } = await tools.sources.recordPoll({
    sourceId: state.source.id,
    atMs: nowMs,
    nextPollAtMs: nextPollAtMs({
      nowMs,
      pollEveryMs: limits.pollEveryMs,
      failures: state.health.consecutiveFailures,
      hasFailed: reading.problem !== null,
      serverWaitMs: reading.serverWaitMs,
    }),
    problem: reading.problem,
    validators: reading.validators,
    entries: reading.entries,
  });
  return { sourceId: state.source.id, problem: reading.problem, newEntries, dropped: reading.dropped };
}

type Feed = Pick<SourceDefinition, 'name' | 'url'>;

/** Asks for a feed once and reads what it answers. What is wrong is a sentence, and nothing is recorded. */
export async function askFeed(
  feed: Feed,
  validators: Validators,
  { http, feedParser }: AskTools,
  limits: AskLimits,
): Promise<FeedAnswer> {
  const outcome = await http.fetch({
    url: feed.url,
    accept: acceptFeeds,
    validators,
    maxBytes: limits.feedMaxBytes,
    timeoutMs: limits.requestTimeoutMs,
  });
  return readOutcome(outcome, feed, feedParser);
}

async function readOutcome(outcome: HttpOutcome, source: Feed, parser: FeedParser): Promise<FeedAnswer> {
  switch (outcome.kind) {
    case 'not_modified':
      return { ...nothing, problem: null, serverWaitMs: outcome.freshForMs };
    case 'refused':
      return { ...nothing, problem: outcome.problem, serverWaitMs: null };
    case 'failed':
      return { ...nothing, problem: outcome.problem, serverWaitMs: outcome.retryAfterMs };
    case 'ok':
      return readFeed(outcome, source, parser);
  }
}

async function readFeed(
  answer: HttpOutcome & { readonly kind: 'ok' },
  source: Feed,
  parser: FeedParser,
): Promise<FeedAnswer> {
  const { body, contentType, finalUrl: url, freshForMs: serverWaitMs, validators } = answer;
  const feed = await parser.parse({ body, contentType, url }).catch((error: unknown) => ({
    kind: 'unreadable' as const,
    reason: `The feed of ${source.name} could not be read: ${sentenceOfError(error)}`,
  }));
  if (feed.kind === 'unreadable') return { ...nothing, problem: feed.reason, serverWaitMs };
  const { title, lang, entries, dropped } = feed;
  return { problem: null, title, lang, entries, dropped, validators, serverWaitMs };
}
