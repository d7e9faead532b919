import type { RawArticle } from '../domain/article.ts';
import type { Comparison } from '../domain/comparison.ts';
import type { NoticeDocument } from '../domain/message-document.ts';
import type { PreparedArticle } from '../domain/prepared-article.ts';
import { singleLine } from '../domain/text/plain-text.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { Judge } from './judge.ts';
import { probeOf } from './keep.ts';

const mostShown = 5;
const words = {
  repeat: 'Nothing in it is new',
  update: 'It adds to a story that is known',
  new: 'It is a story that is not known yet',
  contradicts: 'It contradicts what is known',
} as const;

/** Compares an article with what is known without keeping it. */
export async function judgeArticle(
  raw: RawArticle,
  nowMs: number,
  { articles, judge }: { readonly articles: ArticleStore; readonly judge: Judge },
): Promise<{ readonly prepared: PreparedArticle; readonly comparison: Comparison }> {
  const prepared = await judge.prepare(raw);
  const { knownJson } = await articles.candidates(probeOf(prepared, nowMs));
  return { prepared, comparison: await judge.compare(prepared.article, knownJson) };
}

/** The judgement as a message. */
export function judgementNotice(prepared: PreparedArticle, comparison: Comparison): NoticeDocument {
  const { article, relevance } = prepared;
  const near = comparison.comparedWith[0];
  const facts = comparison.newFacts.slice(0, mostShown).map(({ quote }) => `New: ${singleLine(quote)}`);
  const conflicts = comparison.conflicts.map(
    ({ quote, known }) =>
      `It says: ${singleLine(quote)} — but ${known.publisher ?? known.title}: ${singleLine(known.quote)}`,
  );
  return {
    kind: 'notice',
    heading: `${words[comparison.verdict]}: ${article.title}`,
    paragraphs: [
      relevance.isRelevant ? 'It is on the topic.' : 'It is off the topic, and a run would not keep it.',
      ...(near ? [`Nearest known: ${singleLine(near.title)} (similarity ${near.similarity}).`] : []),
      ...conflicts,
      ...facts,
    ],
  };
}
