import { channelKey } from '../domain/channel-key.ts';
import { dayMs } from '../domain/moment.ts';
import { quietUntilMs } from '../domain/quiet-hours.ts';
import type { ChannelStore } from '../ports/channel-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { reportEveryDays, watchReports } from './watch-reports.ts';

export interface WatchReportTools {
  readonly watches: WatchStore;
  readonly channels: ChannelStore;
  readonly clock: Clock;
}

/**
 * Owes the reports that are due. They are dated with the beginning of the day (UTC), so that the store tells a second
 * process, which reports a moment later, from a report of another day.
 */
export async function runWatchReports({
  watches,
  channels,
  clock,
}: WatchReportTools): Promise<{ reports: number }> {
  const nowMs = clock.nowMs();
  const hits = await watches.hits({ watchId: null, sinceMs: nowMs - reportEveryDays * dayMs });
  const reports = watchReports(await watches.list(), hits, nowMs);
  const dayStartMs = nowMs - (nowMs % dayMs);
  const known = await channels.list();
  for (const { watchId, channel, message } of reports) {
    const settings = known.find(({ ref }) => channelKey(ref) === channelKey(channel))?.settings;
    const untilMs = settings ? quietUntilMs(settings.quiet, settings.zone, nowMs) : null;
    const hold = untilMs === null ? null : ({ kind: 'quiet', untilMs } as const);
    await watches.report(watchId, { ...message, hold }, dayStartMs);
  }
  return { reports: reports.length };
}
