import type { SentenceIndex } from '../../src/ports/sentence-index.ts';
import { rankRows, rowCounts } from './in-memory-full-text.ts';
import type { InMemoryState } from './in-memory-state.ts';

export function inMemorySentences(state: InMemoryState): SentenceIndex {
  return {
    search: async ({ tokens, limit }) => {
      const sentences = state.articles.flatMap(({ decision }) =>
        decision.sentenceTokens.map((words, sentenceIndex) => ({
          article: decision.article,
          sentenceIndex,
          columns: [words, decision.titleTokens],
        })),
      );
      const hits = rankRows(sentences, tokens, [1, 0.3])
        .slice(0, limit)
        .flatMap(({ index, rank }) => {
          const sentence = sentences[index];
          return sentence ? [{ article: sentence.article, sentenceIndex: sentence.sentenceIndex, rank }] : [];
        });
      const words = sentences.map((sentence) => sentence.columns[0] ?? []);
      return { hits, sentenceCount: sentences.length, sentenceFrequency: rowCounts(words, tokens) };
    },
  };
}
