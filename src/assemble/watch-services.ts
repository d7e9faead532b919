import { setImmediate } from 'node:timers/promises';
import { judgeArticle } from '../collect/judge-article.ts';
import { readGivenArticle } from '../collect/read-given-article.ts';
import type { CollectLimits, CollectTools } from '../collect/run-collect.ts';
import type { RoomServices } from '../commands/command.ts';
import type { CommandAnswer } from '../domain/command.ts';
import { dayMs } from '../domain/moment.ts';
import type { KeptArticle } from '../domain/story.ts';
import { canonicalUrl } from '../domain/text/canonical-url.ts';
import type { Watch, WatchHitRecord } from '../domain/watch.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import type { WatchStore } from '../ports/watch-store.ts';
import { backTest, backTestDays } from '../watch/back-test.ts';
import { backTestTable } from '../watch/back-test-table.ts';
import { defineWatch } from '../watch/define-watch.ts';
import { explainWatch, type WatchTrial } from '../watch/explain-watch.ts';
import { parseQuery, type QueryTools } from '../watch/parse-query.ts';

export interface WatchServiceTools {
  readonly collect: CollectTools & { readonly watches: WatchStore; readonly deliveries: DeliveryStore };
  readonly limits: CollectLimits;
  readonly queryTools: QueryTools;
}

/** Far more than 90 days of any topic bring. */
const mostBackTested = 100_000;

/** What the watch room does for the commands. */
export function createWatchServices(
  tools: WatchServiceTools,
): Pick<RoomServices, 'defineWatch' | 'backTest' | 'explainWatch'> {
  const { collect, queryTools } = tools;
  return {
    defineWatch: async (wish, context) =>
      defineWatch(wish, {
        ...context,
        existing: await collect.watches.list(),
        nowMs: collect.clock.nowMs(),
        queryTools,
      }),
    backTest: async ({ query, threshold }) => {
      const parsed = parseQuery(query, queryTools);
      if (parsed.kind === 'invalid')
        throw new Error(`A query is tested that does not read: ${parsed.problem}`);
      const nowMs = collect.clock.nowMs();
      const sinceMs = nowMs - backTestDays * dayMs;
      const articles = await collect.articles.list({ kinds: ['report'], sinceMs, limit: mostBackTested });
      return backTestTable(
        await backTest(parsed.query, { threshold, breathe: setImmediate }, articles, nowMs),
      );
    },
    explainWatch: (probe, article) => explain(probe, article, tools),
  };
}

async function explain(
  probe: Watch | { readonly query: string },
  words: string,
  tools: WatchServiceTools,
): Promise<CommandAnswer> {
  const parsed = parseQuery(probe.query, tools.queryTools);
  if (parsed.kind === 'invalid') return { kind: 'refused', problem: parsed.problem };
  const { query } = parsed;
  const watch = 'id' in probe ? probe : null;
  const wanted = { query, threshold: watch?.threshold ?? 0, sinceMs: watch?.createdAtMs ?? null };
  const url = canonicalUrl(words.trim());
  const kept = await tools.collect.articles.find(url ?? words.trim());
  const trial = { wanted, kept, given: null, entry: null, hit: null, delivery: null };
  if (kept) return table({ ...trial, ...(await fateOf(watch, kept, tools)) });
  if (url) return table({ ...trial, entry: await tools.collect.entries.remark(url) });
  return explainText(words, trial, tools);
}

/** A text that is not kept, judged as if it had just come. */
async function explainText(
  text: string,
  trial: WatchTrial,
  { collect, limits }: WatchServiceTools,
): Promise<CommandAnswer> {
  const reading = await readGivenArticle(text, collect, limits);
  if (reading.kind === 'refused') return reading;
  const { prepared, comparison } = await judgeArticle(reading.raw, collect.clock.nowMs(), collect);
  const { article, relevance } = prepared;
  return table({ ...trial, given: { article, relevance, comparison } });
}

/** What became of the article's hit, and of the alert that told it. */
async function fateOf(
  watch: Watch | null,
  { sequence }: KeptArticle,
  { collect }: WatchServiceTools,
): Promise<Pick<WatchTrial, 'hit' | 'delivery'>> {
  if (!watch) return { hit: null, delivery: null };
  const hits = await collect.watches.hits({ watchId: watch.id, sinceMs: 0 });
  const hit = hits.find((candidate: WatchHitRecord) => candidate.sequence === sequence) ?? null;
  // Hits that an earlier version told do not say in which message.
  if (!hit?.deliveryKey) return { hit, delivery: null };
  const { deliveryKey: key } = hit;
  const [delivery] = await collect.deliveries.list({ key, limit: 1, workspace: watch.channel });
  return { hit, delivery: delivery ?? null };
}

function table(trial: WatchTrial): CommandAnswer {
  return { kind: 'table', table: explainWatch(trial) };
}
