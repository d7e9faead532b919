import { indexTokens } from '../domain/index-tokens.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';

/** Words of a question that ask and do not tell: "how many", "which", "according to the article". */
const askingWords = `many much long large big far kind kinds share did does do say said says give given name named called
phrase article report reports reported reporting agree differ worth part parts cite cited announce announced happen
happened day date quote quoted describe described mention mentioned along together two`;

/** What a question tells of its subject, as tokens of the index, each once. */
export function tellingTokens(question: string, lexicon: TopicLexicon): readonly string[] {
  const asking = new Set(indexTokens(askingWords, lexicon));
  return [...new Set(indexTokens(question, lexicon))].filter((token) => !asking.has(token));
}
