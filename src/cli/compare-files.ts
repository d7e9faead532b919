import { createArticleFeatures } from '../collect/compare/article-features.ts';
import { compare } from '../collect/compare.ts';
import { prepare } from '../collect/prepare.ts';
import type { PreparedArticle } from '../domain/prepared-article.ts';
import type { KeptArticle } from '../domain/story.ts';
import type { Topic } from '../domain/topic.ts';
import { createTopicLexicon } from '../domain/topic-lexicon.ts';
import { judgementLine, judgementText } from './judgement-line.ts';
import { readArticles } from './read-articles.ts';
import { printJson, type Terminal } from './terminal.ts';

/** Judges the articles of one file against just those of another, whatever the topic, keeping nothing. */
export function compareFiles(
  files: { file: string; against: string },
  topic: Topic,
  terminal: Terminal,
): void {
  const lexicon = createTopicLexicon(topic);
  const features = createArticleFeatures(lexicon);
  const known = readArticles(files.against).map(({ raw }) => prepare(raw, lexicon));
  const articles = known.map(({ article }, index): KeptArticle => {
    return {
      article,
      sequence: index + 1,
      keptAtMs: 0,
      storyId: `s${article.id.slice(1)}`,
      comparison: null,
      relevance: null,
    };
  });
  for (const { givenId, raw } of readArticles(files.file)) {
    const prepared = prepare(raw, lexicon);
    const comparison = compare(
      prepared.article,
      { articles, ...statisticsOf([...known, prepared]) },
      features,
    );
    const line = judgementLine(givenId, prepared, comparison.storyId, comparison);
    if (terminal.isJson) printJson(terminal, line);
    else terminal.out(judgementText(line, prepared.article.title));
  }
}

function statisticsOf(all: readonly PreparedArticle[]) {
  const documentFrequency: Record<string, number> = {};
  for (const { titleTokens, sentenceTokens } of all) {
    for (const token of new Set([...titleTokens, ...sentenceTokens.flat()])) {
      documentFrequency[token] = (documentFrequency[token] ?? 0) + 1;
    }
  }
  return { documentCount: all.length, documentFrequency };
}
