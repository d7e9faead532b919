import type { Article, RawArticle } from '../domain/article.ts';
import type { Comparison } from '../domain/comparison.ts';
import type { PreparedArticle } from '../domain/prepared-article.ts';

/** The judging steps as the run calls them: in a worker thread, or at once in a test. May reject when it takes too long. */
export interface Judge {
  prepare(raw: RawArticle): Promise<PreparedArticle>;
  /** `knownJson` is `Known` as JSON text, as the store gives it. */
  compare(article: Article, knownJson: string): Promise<Comparison>;
}
