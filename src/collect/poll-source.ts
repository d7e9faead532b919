import type { Entry } from '../domain/entry.ts';
import type { SourceState, Validators } from '../domain/source.ts';
import type { Clock } from '../ports/clock.ts';
import type { FeedParser } from '../ports/feed-parser.ts';
import type { HttpClient, HttpOutcome } from '../ports/http-client.ts';
import type { SourceStore } from '../ports/source-store.ts';
import { nextPollAtMs } from './next-poll.ts';
import { sentenceOfError } from './sentence-of-error.ts';

const acceptFeeds =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1';

export interface PollTools {
  readonly http: HttpClient;
  readonly feedParser: FeedParser;
  readonly sources: SourceStore;
  readonly clock: Clock;
}

export interface PollLimits {
  readonly pollEveryMs: number;
  readonly feedMaxBytes: number;
  readonly requestTimeoutMs: number;
}

export interface PollReport {
  readonly sourceId: string;
  readonly problem: string | null;
  readonly newEntries: number;
  /** A sentence for each entry that could not be used. */
  readonly dropped: readonly string[];
}

/** What a poll brought, before it is recorded. */
interface Reading {
  readonly problem: string | null;
  readonly entries: readonly Entry[];
  readonly dropped: readonly string[];
  readonly validators: Validators | null;
  readonly serverWaitMs: number | null;
}

const nothing = { entries: [], dropped: [], validators: null };

/**
 * Asks one source for what is new and records the answer: entries and validators in one transaction, so that a crash
 * between the two cannot make the next poll skip entries. A source that fails costs itself its turn and nothing else.
 */
export async function pollSource(
  state: SourceState,
  tools: PollTools,
  limits: PollLimits,
): Promise<PollReport> {
  const outcome = await tools.http.fetch({
    url: state.source.url,
    accept: acceptFeeds,
    validators: state.validators,
    maxBytes: limits.feedMaxBytes,
    timeoutMs: limits.requestTimeoutMs,
  });
  const reading = await readOutcome(outcome, state, tools.feedParser);
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

async function readOutcome(outcome: HttpOutcome, state: SourceState, parser: FeedParser): Promise<Reading> {
  switch (outcome.kind) {
    case 'not_modified':
      return { ...nothing, problem: null, serverWaitMs: outcome.freshForMs };
    case 'refused':
      return { ...nothing, problem: outcome.problem, serverWaitMs: null };
    case 'failed':
      return { ...nothing, problem: outcome.problem, serverWaitMs: outcome.retryAfterMs };
    case 'ok':
      return readFeed(outcome, state, parser);
  }
}

async function readFeed(
  answer: HttpOutcome & { readonly kind: 'ok' },
  { source }: SourceState,
  parser: FeedParser,
): Promise<Reading> {
  const { body, contentType, finalUrl: url, freshForMs: serverWaitMs, validators } = answer;
  const feed = await parser.parse({ body, contentType, url }).catch((error: unknown) => ({
    kind: 'unreadable' as const,
    reason: `The feed of ${source.name} could not be read: ${sentenceOfError(error)}`,
  }));
  if (feed.kind === 'unreadable') return { ...nothing, problem: feed.reason, serverWaitMs };
  return { problem: null, entries: feed.entries, dropped: feed.dropped, validators, serverWaitMs };
}
