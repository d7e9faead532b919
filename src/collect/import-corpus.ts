import type { RawArticle } from '../domain/article.ts';
import type { PreparedArticle } from '../domain/prepared-article.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { Judge } from './judge.ts';

export interface Imported {
  readonly prepared: PreparedArticle;
  /** False when this very document was known. */
  readonly isNew: boolean;
}

/** Keeps a document as known from the start: it is compared with nothing, belongs to no story, and is never told. */
export async function importDocument(
  raw: RawArticle,
  keptAtMs: number,
  { articles, judge }: { readonly articles: ArticleStore; readonly judge: Judge },
): Promise<Imported> {
  const prepared = await judge.prepare(raw);
  const outcome = await articles.keep({
    ...prepared,
    relevance: null,
    comparison: null,
    storyId: null,
    keptAtMs,
    entryId: null,
    corpusVersion: null,
  });
  return { prepared, isNew: outcome.kind === 'kept' };
}
