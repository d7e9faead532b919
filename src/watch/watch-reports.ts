import type { ChannelRef, OwedMessage } from '../domain/delivery.ts';
import type { NoticeDocument } from '../domain/message-document.ts';
import { dayMs } from '../domain/moment.ts';
import { shortHash } from '../domain/text/short-hash.ts';
import type { Watch, WatchHitRecord } from '../domain/watch.ts';

/** A report to the owner of a watch that does no good as it is. */
export interface WatchReport {
  readonly watchId: string;
  readonly channel: ChannelRef;
  readonly message: OwedMessage;
}

/** A watch that matched nothing for so long is worth a second look; so long its owner is not told again. */
export const reportEveryDays = 30;
const floodWindowMs = dayMs;
/** More alerts than this within a day are not read. */
const mostAlertsADay = 20;

/**
 * The reports that are due: watches without a hit for 30 days, and watches that flood. `hits` are those of the last
 * 30 days at least. The key of a report follows from watch and day, so that one made twice is owed once.
 */
export function watchReports(
  watches: readonly Watch[],
  hits: readonly WatchHitRecord[],
  nowMs: number,
): WatchReport[] {
  const hitsByWatch = Map.groupBy(hits, ({ watchId }) => watchId);
  return watches.flatMap((watch) => {
    const document = reportOn(watch, hitsByWatch.get(watch.id) ?? [], nowMs);
    return document
      ? [{ watchId: watch.id, channel: watch.channel, message: owed(watch, document, nowMs) }]
      : [];
  });
}

function reportOn(watch: Watch, hits: readonly WatchHitRecord[], nowMs: number): NoticeDocument | null {
  const isQuietUntilMs = (watch.reportedAtMs ?? -Infinity) + reportEveryDays * dayMs;
  if (nowMs < isQuietUntilMs) return null;
  // With the digest many hits are one message.
  const counted = watch.cadence === 'realtime' ? hits : [];
  const alerts = counted.filter(({ state, atMs }) => state === 'told' && atMs > nowMs - floodWindowMs).length;
  if (alerts > mostAlertsADay) return floodNotice(watch, alerts);
  const lastMs = hits.reduce((latest, { atMs }) => Math.max(latest, atMs), watch.createdAtMs);
  return nowMs - lastMs >= reportEveryDays * dayMs ? silenceNotice(watch) : null;
}

function floodNotice(watch: Watch, alerts: number): NoticeDocument {
  return {
    kind: 'notice',
    heading: `The watch "${watch.name}" floods its channel`,
    paragraphs: [
      `It told ${alerts} alerts within 24 hours. Its query is: ${watch.query}`,
      `Narrow it with "watch edit ${watch.id}": add a word with AND, raise its threshold, or let it come with the digest. "watch test" shows why an article matched.`,
    ],
  };
}

function silenceNotice(watch: Watch): NoticeDocument {
  return {
    kind: 'notice',
    heading: `The watch "${watch.name}" has matched nothing for ${reportEveryDays} days`,
    paragraphs: [
      `Its query is: ${watch.query}`,
      `Widen it with "watch edit ${watch.id}": join other words with OR, lower its threshold, or take out a NOT. If it is no longer needed, "watch remove ${watch.id}" ends it.`,
    ],
  };
}

function owed(watch: Watch, document: NoticeDocument, nowMs: number): OwedMessage {
  const day = Math.floor(nowMs / dayMs);
  return {
    key: `w${shortHash(JSON.stringify([watch.id, day]))}`,
    document,
    threadOf: null,
    revises: null,
    mentions: [{ kind: 'person', id: watch.ownerId }],
    hold: null,
  };
}
