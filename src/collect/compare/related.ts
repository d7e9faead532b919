import type { Article } from '../../domain/article.ts';
import { isQuantity } from '../../domain/index-tokens.ts';
import type { Known } from '../../domain/known.ts';
import type { KeptArticle } from '../../domain/story.ts';
import type { ArticleFeatures } from './article-features.ts';
import { similarityTo, type TokenCounts, timeFactor } from './story-similarity.ts';

/** Share of the smaller text's shingles in the other from which the two are one text, printed again. */
const copyContainment = 0.7;

export interface Related {
  readonly kept: KeptArticle;
  /** Of the texts, 0 to 1. */
  readonly similarity: number;
  /** Of texts and times, 0 to 1. */
  readonly storySimilarity: number;
  readonly isCopy: boolean;
}

/** The known articles with how near they are, copies first, then the most similar. */
export function relatedTo(article: Article, known: Known, features: ArticleFeatures): Related[] {
  const own = features.of(article);
  const similarityOf = similarityTo({ article, counts: own.counts }, known);
  // Two documents of which nothing could be read are not for that reason the same.
  const hasText = article.sentences.length > 0;
  const related = known.articles.map((kept) => {
    const other = features.of(kept.article);
    const isSame =
      (own.canonicalUrl !== null && own.canonicalUrl === other.canonicalUrl) ||
      (hasText && own.textHash === other.textHash);
    const isCopy = isSame || isSameText(own, other);
    const similarity = isSame ? 1 : similarityOf({ article: kept.article, counts: other.counts });
    return { kept, similarity, storySimilarity: similarity * timeFactor(article, kept.article), isCopy };
  });
  return related.sort((a, b) => Number(b.isCopy) - Number(a.isCopy) || b.similarity - a.similarity);
}

interface TextFeatures {
  readonly counts: TokenCounts;
  readonly shingles: ReadonlySet<number>;
}

/** Notices of one kind share their wording and differ in their figures; those are two texts. */
function isSameText(a: TextFeatures, b: TextFeatures): boolean {
  if (containment(a.shingles, b.shingles) < copyContainment) return false;
  const [short, long] = a.counts.size < b.counts.size ? [a.counts, b.counts] : [b.counts, a.counts];
  return [...short.keys()].filter(isQuantity).every((figure) => long.has(figure));
}

function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared / (small.size || 1);
}
