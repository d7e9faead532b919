import type { Article, RawArticle } from '../domain/article.ts';
import type { Comparison } from '../domain/comparison.ts';
import type { Known } from '../domain/known.ts';
import type { PreparedArticle } from '../domain/prepared-article.ts';
import type { Topic } from '../domain/topic.ts';
import { createTopicLexicon, type TopicLexicon } from '../domain/topic-lexicon.ts';
import { compare } from './compare.ts';
import { prepare } from './prepare.ts';

/**
 * The judging steps as tasks for a worker thread. The topic comes along as text: a thread builds its lexicon once,
 * and equal text means that it can be used again.
 */
let built: { readonly topicJson: string; readonly lexicon: TopicLexicon } | null = null;

function lexiconOf(topicJson: string): TopicLexicon {
  if (built?.topicJson !== topicJson) {
    built = { topicJson, lexicon: createTopicLexicon(JSON.parse(topicJson) as Topic) };
  }
  return built.lexicon;
}

export function prepareTask(input: { topicJson: string; raw: RawArticle }): PreparedArticle {
  return prepare(input.raw, lexiconOf(input.topicJson));
}

export function compareTask(input: { topicJson: string; article: Article; knownJson: string }): Comparison {
  return compare(input.article, JSON.parse(input.knownJson) as Known, lexiconOf(input.topicJson));
}
