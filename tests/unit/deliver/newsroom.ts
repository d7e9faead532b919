import { readFileSync } from 'node:fs';
import { loadTopic } from '../../../config/load-topic.ts';
import { compareAndKeep, type Kept } from '../../../src/collect/keep.ts';
import { prepare } from '../../../src/collect/prepare.ts';
import type { RawArticle } from '../../../src/domain/article.ts';
import { readIsoMoment } from '../../../src/domain/moment.ts';
import { createTopicLexicon } from '../../../src/domain/topic-lexicon.ts';
import type { ArticleStore } from '../../../src/ports/article-store.ts';
import { directJudge } from '../../fakes/direct-judge.ts';

/** The shipped topic, read once for all tests of a file. */
export const lexicon = createTopicLexicon(readShippedTopic());

function readShippedTopic() {
  const file = new URL('../../../config/topics/export-controls.yaml', import.meta.url);
  const reading = loadTopic(readFileSync(file, 'utf8'), 'export-controls.yaml', 'export-controls');
  if (reading.kind === 'ok') return reading.topic;
  throw new Error(`The shipped topic is invalid: ${JSON.stringify(reading.problems)}`);
}

/** A report as it comes in; its address follows from its title. `on` is an ISO date or instant. */
export function report(
  fields: Partial<RawArticle> & Pick<RawArticle, 'title' | 'text'>,
  on: string,
): RawArticle {
  return {
    url: `https://wire.example/${encodeURIComponent(fields.title)}`,
    publisher: 'Harbor Wire',
    publishedAt: readIsoMoment(on, 'feed'),
    lang: 'en',
    kind: 'report',
    tier: 'wire',
    sourceId: 'wire',
    imageUrl: null,
    ...fields,
  };
}

/** Keeps a report as collect does: prepared, compared with all that is known, with its verdict. */
export function keepReport(articles: ArticleStore, raw: RawArticle, keptAtMs: number): Promise<Kept> {
  return compareAndKeep(
    prepare(raw, lexicon),
    { keptAtMs, entryId: null },
    { articles, judge: directJudge(lexicon) },
  );
}

/** Keeps what is known from the start, as a seed or a note: compared with nothing and of no story. */
export async function keepKnown(articles: ArticleStore, raw: RawArticle, keptAtMs: number): Promise<void> {
  await articles.keep({
    ...prepare(raw, lexicon),
    comparison: null,
    storyId: null,
    keptAtMs,
    entryId: null,
    corpusVersion: null,
  });
}
