import type { PendingEntry } from '../domain/entry.ts';
import type { SourceDefinition, SourceState } from '../domain/source.ts';
import type { LogFields } from '../ports/log.ts';
import { mapConcurrently } from './map-concurrently.ts';
import type { PollLimits, PollReport } from './poll-source.ts';
import { type PollSourcesTools, pollSources } from './poll-sources.ts';
import { type EntryReading, type ReadLimits, type ReadTools, readEntry } from './read-entry.ts';
import { sentenceOfError } from './sentence-of-error.ts';
import { type Settled, type SettleLimits, type SettleTools, settleEntry } from './settle-entry.ts';

/** Longer than a run of one source or one batch takes; a process that died holds its claims no longer than this. */
const leaseMs = 5 * 60_000;
const pagesAtOnce = 6;
const batchSize = 24;

export interface CollectTools extends PollSourcesTools, ReadTools, SettleTools {}

export interface CollectLimits extends PollLimits, ReadLimits, SettleLimits {
  readonly maxEntriesPerRun: number;
}

/** What a run did, in numbers; flattened, the one wide event of the log. */
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
  readonly durationMs: number;
}

/** Progress for whoever watches: what a run is about to do or has just done. */
export type CollectProgress =
  | { readonly kind: 'polled'; readonly report: PollReport; readonly source: SourceDefinition }
  | { readonly kind: 'judged'; readonly title: string; readonly verdict: string };

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
  const startedAtMs = tools.clock.nowMs();
  const polls = await pollSources(tools, limits, {
    leaseMs,
    dueOnly: options.dueOnly,
    onPolled: (report, source) => options.onProgress({ kind: 'polled', report, source }),
  });
  const counts = await readAll(tools, limits, options.onProgress);
  const report = reportOf(polls, counts, tools.clock.nowMs() - startedAtMs);
  tools.log.info('Collect run ended', fieldsOf(report));
  return report;
}

async function readAll(
  tools: CollectTools,
  limits: CollectLimits,
  onProgress: (progress: CollectProgress) => void,
): Promise<Map<Settled, number>> {
  const counts = new Map<Settled, number>();
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
      const result = await settleEntry(pending, readings[index], tools, limits);
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
    return { kind: 'later', problem: sentenceOfError(error), retryAfterMs: null };
  }
}

/** What became of an article that was kept is a field of its own: a log is filtered by plain numbers. */
function fieldsOf({ kept, ...report }: CollectReport): LogFields {
  return {
    ...report,
    onTopic: kept.new + kept.update + kept.repeat + kept.contradicts,
    keptNew: kept.new,
    keptUpdate: kept.update,
    keptRepeat: kept.repeat,
    keptContradicts: kept.contradicts,
  };
}

function reportOf(
  polls: readonly PollReport[],
  counts: ReadonlyMap<Settled, number>,
  durationMs: number,
): CollectReport {
  const of = (count: Settled) => counts.get(count) ?? 0;
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
    durationMs,
  };
}
