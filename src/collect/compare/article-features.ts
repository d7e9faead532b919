import type { Article } from '../../domain/article.ts';
import { shinglesOf, textHashOf } from '../../domain/fingerprint.ts';
import { canonicalUrl } from '../../domain/text/canonical-url.ts';
import { seededHash } from '../../domain/text/short-hash.ts';
import type { TopicLexicon } from '../../domain/topic-lexicon.ts';
import { countTokens, type TokenCounts } from './story-similarity.ts';

/** Characters of the articles whose features are kept, some thousand articles: about 100 MB at most. */
const mostCharacters = 5_000_000;

/** What an article is compared by, as far as it follows from its words and address alone. */
interface Features {
  readonly counts: TokenCounts;
  /** Hashed: as texts they would take ten times the room, and two that collide by chance change nothing. */
  readonly shingles: ReadonlySet<number>;
  readonly textHash: string;
  readonly canonicalUrl: string | null;
}

/** Gives articles their features, and remembers those of the last ones: most are compared again and again. */
export interface ArticleFeatures {
  readonly lexicon: TopicLexicon;
  of(article: Article): Features;
}

export function createArticleFeatures(lexicon: TopicLexicon): ArticleFeatures {
  const kept = new Map<string, { readonly features: Features; readonly characters: number }>();
  let characters = 0;

  function of(article: Article): Features {
    const known = kept.get(article.id);
    const entry = known ?? { features: featuresOf(article, lexicon), characters: article.text.length };
    if (!known) characters += entry.characters;
    // Set anew, so that the map stays in the order of use.
    kept.delete(article.id);
    kept.set(article.id, entry);
    forgetOldest();
    return entry.features;
  }

  function forgetOldest(): void {
    for (const [id, oldest] of kept) {
      if (characters <= mostCharacters) return;
      kept.delete(id);
      characters -= oldest.characters;
    }
  }

  return { lexicon, of };
}

function featuresOf(article: Article, lexicon: TopicLexicon): Features {
  const shingles = [...shinglesOf(article.text)].filter(Boolean);
  return {
    counts: countTokens(article, lexicon),
    // Signed, since the engine keeps an unsigned one of 32 bits as an object.
    shingles: new Set(shingles.map((shingle) => seededHash(shingle, 0) | 0)),
    textHash: textHashOf(article),
    canonicalUrl: canonicalUrl(article.url),
  };
}
