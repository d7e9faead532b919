import type { Comparison } from '../domain/comparison.ts';
import type { PendingEntry } from '../domain/entry.ts';
import type { Clock } from '../ports/clock.ts';
import type { EntryStore } from '../ports/entry-store.ts';
import type { Log } from '../ports/log.ts';
import { CorpusBusyError, compareAndKeep, type KeepTools } from './keep.ts';
import type { EntryReading } from './read-entry.ts';
import { sentenceOfError } from './sentence-of-error.ts';

/** A page that failed waits so long, and twice as long each time after. */
const retryPageMs = 10 * 60_000;

export interface SettleTools extends KeepTools {
  readonly entries: EntryStore;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SettleLimits {
  /** From this attempt on, an entry that cannot be judged is given up. */
  readonly mostAttempts: number;
}

/** What became of an entry: kept with a verdict, or not kept. */
export type Settled = Comparison['verdict'] | 'offTopic' | 'postponed' | 'unreadable';

/** Brings one entry to an end: kept, dismissed with the reason, or postponed. One entry's fault is its own. */
export async function settleEntry(
  pending: PendingEntry,
  reading: EntryReading | undefined,
  tools: SettleTools,
  limits: SettleLimits,
): Promise<Settled> {
  if (!reading || reading.kind === 'later') {
    const problem = reading?.problem ?? 'It was not read.';
    return postpone(pending, problem, reading?.retryAfterMs ?? null, tools);
  }
  if (reading.kind === 'hopeless') return dismiss(pending, reading.problem, 'unreadable', tools);
  try {
    return await judge(pending, reading, tools);
  } catch (error) {
    const problem = sentenceOfError(error);
    tools.log.warn('Entry could not be judged', { title: pending.entry.title, problem });
    // A text on which judging runs out of time does so each time. A busy corpus is no fault of the entry.
    const isHopeless = pending.attempts >= limits.mostAttempts && !(error instanceof CorpusBusyError);
    return isHopeless
      ? dismiss(pending, problem, 'unreadable', tools)
      : postpone(pending, problem, null, tools);
  }
}

async function judge(
  pending: PendingEntry,
  { raw }: EntryReading & { readonly kind: 'read' },
  tools: SettleTools,
): Promise<Settled> {
  const prepared = await tools.judge.prepare(raw);
  const { isRelevant, score } = prepared.relevance;
  if (!isRelevant) return dismiss(pending, `Off topic: relevance ${score}.`, 'offTopic', tools);
  const at = { keptAtMs: tools.clock.nowMs(), entryId: pending.entryId };
  const { comparison } = await compareAndKeep(prepared, at, tools);
  return comparison.verdict;
}

async function dismiss(
  { entryId }: PendingEntry,
  reason: string,
  settled: 'offTopic' | 'unreadable',
  { entries }: SettleTools,
): Promise<Settled> {
  await entries.dismiss(entryId, reason);
  return settled;
}

async function postpone(
  { entryId, attempts }: PendingEntry,
  problem: string,
  retryAfterMs: number | null,
  { entries, clock }: SettleTools,
): Promise<Settled> {
  const waitMs = Math.max(retryAfterMs ?? 0, retryPageMs * 2 ** Math.min(attempts - 1, 8));
  await entries.postpone(entryId, clock.nowMs() + waitMs, problem);
  return 'postponed';
}
