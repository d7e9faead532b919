import type { RawArticle } from '../domain/article.ts';
import { composeArticle } from '../domain/compose-article.ts';
import { bandsOf, textHashOf } from '../domain/fingerprint.ts';
import { indexTokens } from '../domain/index-tokens.ts';
import { isAuthority } from '../domain/is-authority.ts';
import type { PreparedArticle } from '../domain/prepared-article.ts';
import { canonicalUrl } from '../domain/text/canonical-url.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';
import { screen } from './screen.ts';

/** Makes an article of what was read, screens it, and computes what it is compared and found by. */
export function prepare(raw: RawArticle, lexicon: TopicLexicon): PreparedArticle {
  const article = composeArticle(attributed(raw, lexicon));
  return {
    article,
    relevance: screen(article, lexicon),
    canonicalUrl: canonicalUrl(article.url),
    textHash: textHashOf(article),
    bands: bandsOf(article),
    titleTokens: indexTokens(article.title, lexicon),
    sentenceTokens: article.sentences.map((sentence) => indexTokens(sentence, lexicon)),
  };
}

/**
 * An authority's own document is primary where the operator says who published it. A page that a feed brought can
 * call itself anything; its claim to be an authority is shown as a claim, and raises nothing.
 */
function attributed(raw: RawArticle, { topic }: TopicLexicon): RawArticle {
  if (raw.tier === 'primary' || !isAuthority(raw.publisher, topic)) return raw;
  if (raw.sourceId === null) return { ...raw, tier: 'primary' };
  return { ...raw, publisher: `${raw.publisher} (as its page says)` };
}
