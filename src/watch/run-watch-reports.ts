import { dayMs } from '../domain/moment.ts';
import type { Clock } from '../ports/clock.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { reportEveryDays, watchReports } from './watch-reports.ts';

export interface WatchReportTools {
  readonly watches: WatchStore;
  readonly clock: Clock;
}

/**
 * Owes the reports that are due. They are dated with the beginning of the day (UTC), so that the store tells a second
 * process, which reports a moment later, from a report of another day.
 */
export async function runWatchReports({ watches, clock }: WatchReportTools): Promise<{ reports: number }> {
  const nowMs = clock.nowMs();
  const hits = await watches.hits({ watchId: null, sinceMs: nowMs - reportEveryDays * dayMs });
  const reports = watchReports(await watches.list(), hits, nowMs);
  const dayStartMs = nowMs - (nowMs % dayMs);
  for (const { watchId, message } of reports) await watches.report(watchId, message, dayStartMs);
  return { reports: reports.length };
}
