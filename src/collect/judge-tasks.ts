import type { Article, RawArticle } from '../domain/article.ts';
import type { Comparison } from '../domain/comparison.ts';
import type { Known } from '../domain/known.ts';
import type { PreparedArticle } from '../domain/prepared-article.ts';
import type { Topic } from '../domain/topic.ts';
import { createTopicLexicon } from '../domain/topic-lexicon.ts';
import { type ArticleFeatures, createArticleFeatures } from './compare/article-features.ts';
import { compare } from './compare.ts';
import { prepare } from './prepare.ts';

/**
 * The judging steps as tasks for a worker thread. The topic comes along as text: a thread builds its lexicon once,
 * with the features of the articles that it has seen, and equal text means that both can be used again.
 */
let built: { readonly topicJson: string; readonly features: ArticleFeatures } | null = null;

function featuresFor(topicJson: string): ArticleFeatures {
  if (built?.topicJson !== topicJson) {
    const lexicon = createTopicLexicon(JSON.parse(topicJson) as Topic);
    built = { topicJson, features: createArticleFeatures(lexicon) };
  }
  return built.features;
}

export function prepareTask(input: { topicJson: string; raw: RawArticle }): PreparedArticle {
  return prepare(input.raw, featuresFor(input.topicJson).lexicon);
}

export function compareTask(input: { topicJson: string; article: Article; knownJson: string }): Comparison {
  return compare(input.article, JSON.parse(input.knownJson) as Known, featuresFor(input.topicJson));
}
