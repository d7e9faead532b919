import type { PendingEntry } from '../domain/entry.ts';
import type { SourceDefinition, SourceState } from '../domain/source.ts';
import type { EntryStore } from '../ports/entry-store.ts';
import type { Log } from '../ports/log.ts';
import { compareAndKeep, type KeepTools } from './keep.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { type PollLimits, type PollReport, type PollTools, pollSource } from './poll-source.ts';
import { type EntryReading, type ReadLimits, type ReadTools, readEntry } from './read-entry.ts';

/** Longer than a run of one source or one batch takes; a process that died holds its claims no longer than this. */
const leaseMs = 5 * 60_000;
/** A page that failed waits so long, and twice as long each time after. */
const retryPageMs = 10 * 60_000;
const sourcesAtOnce = 8;
const pagesAtOnce = 6;
const batchSize = 24;

export interface CollectTools extends PollTools, ReadTools, KeepTools {
  readonly entries: EntryStore;
  readonly log: Log;
}

export interface CollectLimits extends PollLimits, ReadLimits {
  readonly maxEntriesPerRun: number;
}

/** What a run did, in numbers: the one wide event of the log. */
export interface CollectReport {
  readonly sources: number;
  readonly failedSources: number;
  readonly newEntries: number;
  readonly droppedEntries: number;
  readonly read: number;
  readonly offTopic: number;
  readonly kept: Readonly<Record<'new' | 'update' | 'repeat' | 'contradicts', number>>;
  readonly postponed: number;
  readonly unreadable: number;
}

/** Progress for whoever watches: what a run is about to do or has just done. */
export type CollectProgress =
  | { readonly kind: 'polled'; readonly report: PollReport; readonly source: SourceDefinition }
  | { readonly kind: 'judged'; readonly title: string; readonly verdict: string };

type Count = keyof CollectReport['kept'] | 'offTopic' | 'postponed' | 'unreadable';

/**
 * Polls the sources that are due (all of them without `dueOnly`), then reads, screens, compares and keeps what waits.
 * Oldest first, so that a story is told in the order in which it happened. May be stopped or killed anywhere:
 * what is not kept waits in the store.
 */
export async function runCollect(
  tools: CollectTools,
  limits: CollectLimits,
  options: { readonly dueOnly: boolean; readonly onProgress: (progress: CollectProgress) => void },
): Promise<CollectReport> {
  const claimed = await tools.sources.claim({
    nowMs: tools.clock.nowMs(),
    leaseMs,
    dueOnly: options.dueOnly,
  });
  const polls = await mapConcurrently(claimed, sourcesAtOnce, async (state) => {
    const report = await poll(state, tools, limits);
    logPoll(report, tools.log);
    options.onProgress({ kind: 'polled', report, source: state.source });
    return report;
  });
  const counts = await readAll(tools, limits, options.onProgress);
  const report = reportOf(polls, counts);
  tools.log.info('Collect run ended', { ...report, kept: JSON.stringify(report.kept) });
  return report;
}

/** An accident with one source (an entry that the store refuses, say) costs that source its turn, and not the run. */
async function poll(state: SourceState, tools: CollectTools, limits: CollectLimits): Promise<PollReport> {
  try {
    return await pollSource(state, tools, limits);
  } catch (error) {
    return { sourceId: state.source.id, problem: sentenceOf(error), newEntries: 0, dropped: [] };
  }
}

async function readAll(
  tools: CollectTools,
  limits: CollectLimits,
  onProgress: (progress: CollectProgress) => void,
): Promise<Map<Count, number>> {
  const counts = new Map<Count, number>();
  const known = new Map((await tools.sources.list()).map((state) => [state.source.id, state]));
  let left = limits.maxEntriesPerRun;
  while (left > 0) {
    const nowMs = tools.clock.nowMs();
    const batch = await tools.entries.claim({ nowMs, leaseMs, limit: Math.min(batchSize, left) });
    if (batch.length === 0) break;
    left -= batch.length;
    const readings = await mapConcurrently(batch, pagesAtOnce, (pending) =>
      read(pending, known, tools, limits),
    );
    for (const [index, pending] of batch.entries()) {
      const result = await settle(pending, readings[index], tools);
      counts.set(result, (counts.get(result) ?? 0) + 1);
      onProgress({ kind: 'judged', title: pending.entry.title, verdict: result });
    }
  }
  return counts;
}

async function read(
  pending: PendingEntry,
  known: ReadonlyMap<string, SourceState>,
  tools: CollectTools,
  limits: CollectLimits,
): Promise<EntryReading> {
  const source = known.get(pending.sourceId)?.source;
  if (!source) {
    return { kind: 'hopeless', problem: `Its source ${pending.sourceId} is no longer configured.` };
  }
  try {
    return await readEntry(pending, source, tools, limits);
  } catch (error) {
    // Rejecting would leave the whole batch claimed, at every run again.
    return { kind: 'later', problem: sentenceOf(error), retryAfterMs: null };
  }
}

/** Brings one entry to an end: kept, dismissed with the reason, or postponed. One entry's fault is its own. */
async function settle(
  pending: PendingEntry,
  reading: EntryReading | undefined,
  tools: CollectTools,
): Promise<Count> {
  const { entryId } = pending;
  try {
    if (!reading || reading.kind === 'later') {
      await postpone(pending, reading?.problem ?? 'It was not read.', reading?.retryAfterMs ?? null, tools);
      return 'postponed';
    }
    if (reading.kind === 'hopeless') {
      await tools.entries.dismiss(entryId, reading.problem);
      return 'unreadable';
    }
    const prepared = await tools.judge.prepare(reading.raw);
    if (!prepared.relevance.isRelevant) {
      await tools.entries.dismiss(entryId, `Off topic: relevance ${prepared.relevance.score}.`);
      return 'offTopic';
    }
    const kept = await compareAndKeep(prepared, { keptAtMs: tools.clock.nowMs(), entryId }, tools);
    return kept.comparison.verdict;
  } catch (error) {
    const problem = sentenceOf(error);
    tools.log.warn('Entry could not be judged', { title: pending.entry.title, problem });
    await postpone(pending, problem, null, tools);
    return 'postponed';
  }
}

async function postpone(
  { entryId, attempts }: PendingEntry,
  problem: string,
  retryAfterMs: number | null,
  { entries, clock }: CollectTools,
): Promise<void> {
  const waitMs = Math.max(retryAfterMs ?? 0, retryPageMs * 2 ** Math.min(attempts - 1, 8));
  await entries.postpone(entryId, clock.nowMs() + waitMs, problem);
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function logPoll({ sourceId, problem, dropped }: PollReport, log: Log): void {
  if (problem) log.warn('Source could not be read', { sourceId, problem });
  if (dropped.length > 0)
    log.warn('Entries of a feed were dropped', { sourceId, count: dropped.length, dropped });
}

function reportOf(polls: readonly PollReport[], counts: ReadonlyMap<Count, number>): CollectReport {
  const of = (count: Count) => counts.get(count) ?? 0;
  return {
    sources: polls.length,
    failedSources: polls.filter(({ problem }) => problem !== null).length,
    newEntries: polls.reduce((sum, { newEntries }) => sum + newEntries, 0),
    droppedEntries: polls.reduce((sum, { dropped }) => sum + dropped.length, 0),
    read: [...counts.values()].reduce((sum, count) => sum + count, 0),
    offTopic: of('offTopic'),
    kept: { new: of('new'), update: of('update'), repeat: of('repeat'), contradicts: of('contradicts') },
    postponed: of('postponed'),
    unreadable: of('unreadable'),
  };
}
