import type { SourceSentence } from '../brief.ts';
import type { Citation } from '../citation.ts';

/** The place that a sentence rests on; the quote is the source's sentence, verbatim. */
export function citationOf(source: Pick<SourceSentence, 'article' | 'text'>): Citation {
  const { article } = source;
  return {
    articleId: article.id,
    url: article.url,
    title: article.title,
    publisher: article.publisher,
    publishedAt: article.publishedAt,
    quote: source.text,
    isNote: article.kind === 'note',
  };
}
