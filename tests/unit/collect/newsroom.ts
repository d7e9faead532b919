import {
  type CollectProgress,
  type CollectReport,
  type CollectTools,
  runCollect,
} from '../../../src/collect/run-collect.ts';
import type { Entry, FeedReading } from '../../../src/domain/entry.ts';
import { readIsoMoment } from '../../../src/domain/moment.ts';
import type { SourceDefinition } from '../../../src/domain/source.ts';
import type { KeptArticle } from '../../../src/domain/story.ts';
import { sourceOf } from '../../contract/store/samples.ts';
import { directJudge } from '../../fakes/direct-judge.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { sampleLexicon } from '../../fakes/sample-topic.ts';
import { okOutcome, ScriptedHttp } from '../../fakes/scripted-http.ts';

export const minuteMs = 60_000;
export const collectLimits = {
  pollEveryMs: 30 * minuteMs,
  feedMaxBytes: 1000,
  pageMaxBytes: 1000,
  requestTimeoutMs: 1000,
  mostAttempts: 3,
  maxEntriesPerRun: 100,
};

/** An entry without a page, so that its summary is its text. */
export function bulletinOf(key: string, title: string, summary: string, date = '2019-05-16'): Entry {
  return { key, url: null, title, publishedAt: readIsoMoment(date, 'feed'), summary, content: '' };
}

export const listed = bulletinOf(
  'listed',
  'Huawei added to the Entity List',
  'The Commerce Department put Huawei and 70 of its affiliates on the Entity List on Wednesday.',
);
export const fined = bulletinOf(
  'fined',
  'ZTE settles export control charges',
  'ZTE paid a fine of $892 million to settle export control charges in a court in Texas.',
  '2019-05-14',
);
export const weather = bulletinOf(
  'weather',
  'Rain in the north',
  'It will rain on Monday in most places of the north, and on Tuesday in the south as well.',
);

/** The whole of collecting on fakes: feeds are given as the entries that they bring. */
export class Newsroom {
  readonly clock = new FixedClock('2019-05-20T08:00:00Z');
  readonly log = new RecordingLog();
  readonly http = new ScriptedHttp();
  readonly store = inMemoryStore();
  readonly progress: CollectProgress[] = [];
  readonly #feeds = new Map<string, readonly Entry[]>();

  /** Registers the sources; `source ID` answers at `https://ID.example/feed`. */
  async open(feeds: Readonly<Record<string, readonly Entry[]>>): Promise<void> {
    const sources: SourceDefinition[] = Object.keys(feeds).map((id) => sourceOf(id));
    for (const [id, entries] of Object.entries(feeds)) this.bring(id, entries);
    await this.store.sources.register(sources, this.clock.nowMs());
  }

  bring(id: string, entries: readonly Entry[]): void {
    const url = `https://${id}.example/feed`;
    this.#feeds.set(url, entries);
    this.http.answer(url, okOutcome('feed', { finalUrl: url }));
  }

  tools(): CollectTools {
    const { clock, log, http, store } = this;
    return {
      clock,
      log,
      http,
      ...store,
      feedParser: { parse: async ({ url }) => this.#read(url) },
      pageExtractor: { extract: async () => ({ kind: 'unreadable', reason: 'It is no page.' }) },
      judge: directJudge(sampleLexicon),
    };
  }

  run(over: Partial<CollectTools> = {}, limits: Partial<typeof collectLimits> = {}): Promise<CollectReport> {
    return runCollect(
      { ...this.tools(), ...over },
      { ...collectLimits, ...limits },
      { dueOnly: true, onProgress: (progress) => this.progress.push(progress) },
    );
  }

  kept(): Promise<readonly KeptArticle[]> {
    return this.store.articles.list({ kinds: [], sinceMs: 0, limit: 100 });
  }

  async keptTitles(): Promise<readonly string[]> {
    return (await this.kept()).map(({ article }) => article.title);
  }

  #read(url: string): FeedReading {
    return { kind: 'read', title: 'Feed', lang: 'en', entries: this.#feeds.get(url) ?? [], dropped: [] };
  }
}
