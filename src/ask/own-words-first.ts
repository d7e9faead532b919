import type { CitedSentence } from '../domain/citation.ts';
import { indexTokens } from '../domain/index-tokens.ts';
import type { TopicLexicon } from '../domain/topic-lexicon.ts';

/**
 * The sentences of an answer with those first that speak of any of these tokens; none where no sentence does. A question
 * that was understood with an earlier one is not answered by what answers the earlier one alone.
 */
export function ownWordsFirst(
  sentences: readonly CitedSentence[],
  tokens: readonly string[],
  lexicon: TopicLexicon,
): readonly CitedSentence[] {
  if (tokens.length === 0) return sentences;
  const speaksOf = (text: string) => {
    const held = new Set(indexTokens(text, lexicon));
    return tokens.some((token) => held.has(token));
  };
  const speaking = sentences.filter(({ text }) => speaksOf(text));
  const titled = sentences.some(({ citations }) => citations.some(({ title }) => speaksOf(title)));
  if (speaking.length === 0 && !titled) return [];
  return [...speaking, ...sentences.filter((sentence) => !speaking.includes(sentence))];
}
