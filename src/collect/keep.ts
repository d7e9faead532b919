import type { Comparison } from '../domain/comparison.ts';
import { dayMs } from '../domain/moment.ts';
import type { PreparedArticle } from '../domain/prepared-article.ts';
import type { ArticleStore, ComparisonProbe } from '../ports/article-store.ts';
import type { Judge } from './judge.ts';

/** Articles of the fortnight around are compared whatever words they use: a Chinese report shares none. */
const windowMs = 7 * dayMs;
/** So many of an article's words find its like; more of them find more of the same. */
const probeTokens = 40;
/** Another process may keep an article while this one is compared; then it is compared again, so many times. */
const mostAttempts = 8;

export interface KeepTools {
  readonly articles: ArticleStore;
  readonly judge: Judge;
}

export interface Kept {
  readonly comparison: Comparison;
  readonly storyId: string;
  /** False when this very text under this very address was kept before. */
  readonly isNew: boolean;
}

/** Other processes kept articles faster than this one could be compared. */
export class CorpusBusyError extends Error {
  constructor(title: string) {
    super(
      `"${title}" could not be kept: other processes kept articles faster than it could be compared. It is tried again at the next run.`,
    );
    this.name = 'CorpusBusyError';
  }
}

/** Compares a prepared article with what is known and keeps it with the verdict. */
export async function compareAndKeep(
  prepared: PreparedArticle,
  at: { readonly keptAtMs: number; readonly entryId: number | null },
  { articles, judge }: KeepTools,
): Promise<Kept> {
  const { article } = prepared;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { corpusVersion, knownJson } = await articles.candidates(probeOf(prepared, at.keptAtMs));
    const comparison = await judge.compare(article, knownJson);
    const storyId = comparison.storyId ?? `s${article.id.slice(1)}`;
    const outcome = await articles.keep({
      ...prepared,
      ...at,
      comparison,
      storyId,
      corpusVersion,
    });
    if (outcome.kind !== 'stale') return { comparison, storyId, isNew: outcome.kind === 'kept' };
  }
  throw new CorpusBusyError(article.title);
}

export function probeOf(prepared: PreparedArticle, keptAtMs: number): ComparisonProbe {
  const { article, canonicalUrl, textHash, bands } = prepared;
  return {
    canonicalUrl,
    textHash,
    bands,
    tokens: tellingTokens(prepared),
    aroundMs: article.publishedAt.epochMs ?? keptAtMs,
    windowMs,
  };
}

/** The tokens that stand in the title or most often in the text: full-text search weighs them by rarity itself. */
function tellingTokens({ titleTokens, sentenceTokens }: PreparedArticle): string[] {
  const counts = new Map<string, number>(titleTokens.map((token) => [token, 3]));
  for (const token of sentenceTokens.flat()) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, probeTokens)
    .map(([token]) => token);
}
