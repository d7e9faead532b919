import type { Article } from '../../domain/article.ts';
import type { Fact } from '../../domain/comparison.ts';
import { indexTokens, isMark, isQuantity } from '../../domain/index-tokens.ts';
import type { TokenStatistics } from '../../domain/known.ts';
import type { TopicLexicon } from '../../domain/topic-lexicon.ts';
import { tokenWeight } from './story-similarity.ts';

/** A sentence is known when this share of its weight stands in one known sentence, or in two that follow it. */
const knownShare = 0.62;
/** In a second version of a known text, less of a sentence needs to be found: its neighbors are the same. */
const knownShareInCopy = 0.5;
/** Fewer words than this state nothing that could be checked. */
const minWords = 5;

/** Two sentences hold more words by chance, so that a match in them must be a little better. */
const pairFactor = 0.93;
/** "71 entities" is news beside a sentence that is the same but for "120 entities". */
const otherFigureFactor = 0.6;

interface KnownSentence {
  readonly tokens: ReadonlySet<string>;
  /** The sentence with the one after it: facts are split and joined by a rewrite. */
  readonly withNext: ReadonlySet<string>;
}

export function knownSentencesOf(articles: readonly Article[], lexicon: TopicLexicon): KnownSentence[] {
  return articles.flatMap((article) => {
    const tokens = [article.title, ...article.sentences].map((sentence) => indexTokens(sentence, lexicon));
    return tokens.map((own, index) => ({
      tokens: new Set(own),
      withNext: new Set([...own, ...(tokens[index + 1] ?? [])]),
    }));
  });
}

export interface FoundFacts {
  readonly newFacts: readonly Fact[];
  /** How many sentences state something that could be checked, whether it is known or new. */
  readonly checkedSentences: number;
}

/**
 * The sentences of an article that state something which no known sentence holds. A sentence without a name, a number
 * or an entity states nothing that a reader could check, and is no fact.
 */
export function findNewFacts(
  article: Article,
  known: readonly KnownSentence[],
  lexicon: TopicLexicon,
  statistics: TokenStatistics,
  isCopy: boolean,
): FoundFacts {
  const threshold = isCopy ? knownShareInCopy : knownShare;
  const newFacts: Fact[] = [];
  let checkedSentences = 0;
  for (const [sentenceIndex, quote] of article.sentences.entries()) {
    const tokens = [...new Set(indexTokens(quote, lexicon))];
    if (!statesFact(quote, tokens, isCopy)) continue;
    checkedSentences += 1;
    const share = known.reduce(
      (best, sentence) => Math.max(best, shareKnown(tokens, sentence, statistics)),
      0,
    );
    if (share < threshold) newFacts.push({ quote, sentenceIndex });
  }
  return { newFacts, checkedSentences };
}

function statesFact(sentence: string, tokens: readonly string[], isCopy: boolean): boolean {
  const words = tokens.filter((token) => !isMark(token));
  if (words.length < minWords || /[?？]["”」’)]*$/u.test(sentence)) return false;
  const hasMark = tokens.some(isMark);
  const hasName = /(?<=[\p{L}\p{N},;:)] )\p{Lu}\p{L}+/u.test(sentence);
  // What is left over when a text is printed again is mostly the outlet's own matter: an appeal, a notice.
  return isCopy ? hasMark : hasMark || hasName || /\d/.test(sentence);
}

function shareKnown(tokens: readonly string[], known: KnownSentence, statistics: TokenStatistics): number {
  let total = 0;
  let single = 0;
  let pair = 0;
  let hasOtherFigure = false;
  for (const token of tokens) {
    const weight = tokenWeight(token, statistics);
    total += weight;
    if (known.tokens.has(token)) single += weight;
    if (known.withNext.has(token)) pair += weight;
    else if (isQuantity(token)) hasOtherFigure = true;
  }
  const share = Math.max(single, pair * pairFactor) / (total || 1);
  return hasOtherFigure ? share * otherFigureFactor : share;
}
