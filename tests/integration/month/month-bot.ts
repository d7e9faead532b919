import { createSchedule } from '../../../adapters/cron/cron-schedule.ts';
import { createExtractiveWriter } from '../../../adapters/extractive/extractive-writer.ts';
import type { Store } from '../../../adapters/store/store.ts';
import { consoleDirectory } from '../../../src/assemble/channel-directory.ts';
import { deliverOnce } from '../../../src/assemble/deliver-once.ts';
import { createAdmissions } from '../../../src/deliver/admissions.ts';
import { sendDeliveries } from '../../../src/deliver/send-deliveries.ts';
import { dayMs } from '../../../src/domain/moment.ts';
import type { KeepDecision } from '../../../src/ports/article-store.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Publisher } from '../../../src/ports/publisher.ts';
import { runWatchReports } from '../../../src/watch/run-watch-reports.ts';
import { createWatchRoom } from '../../../src/watch/run-watches.ts';
import { monthArticles } from './month-articles.ts';
import {
  monthAudit,
  monthChannels,
  monthFollows,
  monthSource,
  monthStartMs,
  monthWatches,
} from './month-channels.ts';
import { createPatientWait } from './patient-wait.ts';
import type { StoredClock } from './stored-clock.ts';

export interface MonthBotTools {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: StoredClock;
  readonly days: number;
}

/** The clock of the month goes on in such steps; quiet hours and slots of the month's channels begin on one. */
const stepMs = 60 * 60_000;
const settings = { maxSentencesPerStory: 3, silenceAfterMs: 3 * dayMs };
const quietLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** More are never held at once. */
const heldLooked = 60;

/** A bot that lives through the month: the program's own deliver, on a scripted collect. */
export function createMonthBot({ store, publisher, clock, days }: MonthBotTools) {
  const { platform } = publisher;
  const articles = monthArticles(days);
  const patient = createPatientWait(publisher, clock);
  const writer = createExtractiveWriter();
  const tools = {
    ...store,
    ...{ clock, directory: consoleDirectory, log: quietLog, schedule: createSchedule(), wait: patient.wait },
    writers: { preferred: writer, fallback: writer },
    knownNames: [],
    publishers: new Map([[platform, patient.publisher]]),
  };
  const room = createWatchRoom({ ...tools, queryTools: plainQueries, breathe: async () => undefined });
  const report = async () => void (await runWatchReports(tools));
  let kept = 0;

  async function run(): Promise<void> {
    await setUp(store, platform);
    kept = (await store.articles.list({ kinds: ['report'], sinceMs: 0, limit: articles.length })).length;
    const endMs = monthStartMs + days * dayMs;
    for (let atMs = stepBefore(clock.nowMs()); atMs <= endMs; atMs += stepMs) await step(atMs);
    await deliverRest(Number.POSITIVE_INFINITY);
  }

  async function step(atMs: number): Promise<void> {
    await stepOnce(atMs);
    await deliverRest(atMs + stepMs);
  }

  /** A step without waiting for what is put off. */
  async function stepOnce(atMs: number): Promise<void> {
    clock.moveTo(atMs);
    for (let next = articles[kept]; next && next.keptAtMs <= atMs; next = articles[kept]) {
      await collect(next);
      kept += 1;
    }
    await deliver();
  }

  /** The entry that brings an article, and the article as it was judged. */
  async function collect(decision: KeepDecision): Promise<void> {
    const { id: key, url, title, publishedAt } = decision.article;
    const atMs = decision.keptAtMs;
    const entry = { key, url, title, publishedAt, summary: '', content: '' };
    await store.sources.recordPoll({
      ...{ sourceId: monthSource.id, atMs, nextPollAtMs: atMs, problem: null, validators: null },
      entries: [entry],
    });
    await store.articles.keep(decision);
  }

  /** Sends again as often as something that was put off becomes due before `untilMs`. */
  async function deliverRest(untilMs: number): Promise<void> {
    for (;;) {
      const dueAtMs = await store.deliveries.nextDueAtMs(clock.nowMs());
      if (dueAtMs === null || dueAtMs >= untilMs) return;
      clock.moveTo(dueAtMs);
      await sendDeliveries(tools);
    }
  }

  async function deliver(): Promise<void> {
    await deliverOnce(
      {
        ...{ send: tools, deliver: { tools, settings }, watch: { room, report } },
        ...{ platforms: new Set([platform]), admissions: createAdmissions(tools) },
      },
      { dueOnly: true },
    );
    await approveAll(store, clock);
    await sendDeliveries(tools);
  }

  return { run, setUp: () => setUp(store, platform), step, stepOnce, deliverRest };
}

function stepBefore(nowMs: number): number {
  return nowMs - ((nowMs - monthStartMs) % stepMs);
}

/** Each part does nothing when an earlier process did it. */
async function setUp(store: Store, platform: Publisher['platform']): Promise<void> {
  await store.sources.register([monthSource], monthStartMs);
  for (const channel of monthChannels(platform)) await store.channels.configure(channel, monthStartMs);
  const known = new Set((await store.watches.list()).map(({ id }) => id));
  for (const watch of monthWatches(platform)) {
    if (!known.has(watch.id))
      await store.watches.save(watch, monthAudit(platform, 'watch add', watch.id, monthStartMs));
  }
  for (const follow of monthFollows(platform)) {
    await store.follows.add(follow, monthAudit(platform, follow.kind, follow.subject.id, monthStartMs));
  }
}

/** The admin of the month, who approves whatever waits for that. What is approved with its head is refused then. */
async function approveAll({ deliveries, desk }: Store, clock: StoredClock): Promise<void> {
  const latest = await deliveries.list({ limit: heldLooked });
  for (const { key, channel, state, hold } of latest.toReversed()) {
    if (state !== 'held' || hold?.kind !== 'approval') continue;
    await desk.approve(key, monthAudit(channel.platform, 'deliveries approve', key, clock.nowMs()));
  }
}

/** The watches of the month are plain words. */
const plainQueries = {
  regexes: { compile: () => ({ kind: 'invalid', problem: 'No patterns here.' }) as const },
  topic: { id: 'month', name: 'Month', threshold: 0, termGroups: [], entities: [], nearMisses: [] },
};
