import type { SourceDefinition, SourceState } from '../domain/source.ts';
import type { Log } from '../ports/log.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { nextPollAtMs } from './next-poll.ts';
import { type PollLimits, type PollReport, type PollTools, pollSource } from './poll-source.ts';
import { sentenceOfError } from './sentence-of-error.ts';

const sourcesAtOnce = 8;

export interface PollSourcesTools extends PollTools {
  readonly log: Log;
}

/** Polls the sources that are due, or all of them, each claimed for `leaseMs`. */
export async function pollSources(
  tools: PollSourcesTools,
  limits: PollLimits,
  options: {
    readonly leaseMs: number;
    readonly dueOnly: boolean;
    readonly onPolled: (report: PollReport, source: SourceDefinition) => void;
  },
): Promise<readonly PollReport[]> {
  const { leaseMs, dueOnly } = options;
  const claimed = await tools.sources.claim({ nowMs: tools.clock.nowMs(), leaseMs, dueOnly });
  return mapConcurrently(claimed, sourcesAtOnce, async (state) => {
    const report = await poll(state, tools, limits);
    logPoll(report, tools.log);
    options.onPolled(report, state.source);
    return report;
  });
}

/** An accident with one source (an entry that the store refuses, say) costs that source its turn, and not the run. */
async function poll(state: SourceState, tools: PollSourcesTools, limits: PollLimits): Promise<PollReport> {
  try {
    return await pollSource(state, tools, limits);
  } catch (error) {
    const problem = sentenceOfError(error);
    await recordAccident(state, problem, tools, limits);
    return { sourceId: state.source.id, problem, newEntries: 0, dropped: [] };
  }
}

/** Without the record nobody would see why the source is silent, and it would be asked again at every run. */
async function recordAccident(
  { source, health }: SourceState,
  problem: string,
  { sources, clock, log }: PollSourcesTools,
  { pollEveryMs }: PollLimits,
): Promise<void> {
  const nowMs = clock.nowMs();
  const failures = health.consecutiveFailures;
  try {
    await sources.recordPoll({
      sourceId: source.id,
      atMs: nowMs,
      nextPollAtMs: nextPollAtMs({ nowMs, pollEveryMs, failures, hasFailed: true, serverWaitMs: null }),
      problem,
      validators: null,
      entries: [],
    });
  } catch (error) {
    log.warn('A failed poll could not be recorded', {
      sourceId: source.id,
      problem: sentenceOfError(error),
    });
  }
}

function logPoll({ sourceId, problem, dropped }: PollReport, log: Log): void {
  if (problem) log.warn('Source could not be read', { sourceId, problem });
  if (dropped.length > 0)
    log.warn('Entries of a feed were dropped', { sourceId, count: dropped.length, dropped });
}
