import type { Article } from '../../../../src/domain/article.ts';
import type { BriefMaterial, SourceSentence } from '../../../../src/domain/brief.ts';
import { readIsoMoment } from '../../../../src/domain/moment.ts';

function makeArticle(fields: Partial<Article> = {}): Article {
  const text = fields.text ?? '';
  return {
    id: 'article-1',
    url: 'https://wire.example/story',
    title: 'Regulator extends supplier waiver',
    publisher: 'Harbor Wire',
    publishedAt: readIsoMoment('2020-03-11', 'feed'),
    lang: 'en',
    kind: 'report',
    tier: 'wire',
    sourceId: 'wire',
    text,
    sentences: [],
    ...fields,
  };
}

/** Sentences of one article, numbered from 1. */
export function makeSources(texts: readonly string[], fields: Partial<Article> = {}): SourceSentence[] {
  const article = makeArticle({ text: texts.join(' '), sentences: texts, ...fields });
  return texts.map((text, index) => ({ number: index + 1, text, article, isNew: false }));
}

export function makeMaterial(
  sentences: readonly SourceSentence[],
  fields: Partial<BriefMaterial> = {},
): BriefMaterial {
  return {
    storyId: 'story-1',
    headline: 'Regulator extends supplier waiver',
    lang: 'en',
    sentences,
    maxSentences: 3,
    ...fields,
  };
}
