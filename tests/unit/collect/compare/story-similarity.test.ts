import { expect, test } from 'vitest';
import {
  countTokens,
  similarityTo,
  timeFactor,
  tokenWeight,
} from '../../../../src/collect/compare/story-similarity.ts';
import type { Article } from '../../../../src/domain/article.ts';
import { unknownMoment } from '../../../../src/domain/moment.ts';
import { sampleLexicon } from '../../../fakes/sample-topic.ts';
import { knownOf, reportOf } from '../known-articles.ts';

function similarity(a: Article, b: Article): number {
  const withCounts = (article: Article) => ({ article, counts: countTokens(article, sampleLexicon) });
  return similarityTo(withCounts(a), knownOf([a, b]))(withCounts(b));
}

const report = reportOf('Huawei lost its licence for chips.');

test('an article is as like itself as can be, and unlike one that shares nothing', () => {
  expect(similarity(report, report)).toBeCloseTo(1);
  expect(similarity(report, reportOf('Rain fell in Bergen.', { title: 'Weather' }))).toBe(0);
  expect(similarity(report, reportOf('', { title: '' }))).toBe(0);
});

test('similarity has no direction', () => {
  const other = reportOf('Chips for Huawei need a licence from the Commerce Department.', { title: 'Rule' });

  expect(similarity(report, other)).toBeCloseTo(similarity(other, report));
});

test('articles in two languages are compared by their marks alone', () => {
  const chinese = reportOf('华为失去许可。', { title: '华为被列入实体清单', lang: 'zh' });

  expect(similarity(report, chinese)).toBeCloseTo(1);
});

test('words of the title count twice', () => {
  const counts = countTokens(reportOf('Chips and tools.', { title: 'Chips' }), sampleLexicon);

  expect(counts.get('chip')).toBe(3);
  expect(counts.get('tool')).toBe(1);
});

test('rare tokens weigh more, and an unseen one most', () => {
  const statistics = { documentCount: 100, documentFrequency: { huawei: 90, hisilicon: 2 } };
  const weights = ['huawei', 'hisilicon', 'unseen'].map((token) => tokenWeight(token, statistics));

  expect(weights).toEqual(weights.toSorted((a, b) => a - b));
  expect(Math.min(...weights)).toBeGreaterThan(0);
});

test('time parts: one on the same day, a third of it after three days', () => {
  const later = reportOf('Later.', { date: '2019-05-19' });
  const undated = { ...report, publishedAt: unknownMoment };

  expect(timeFactor(report, report)).toBe(1);
  expect(timeFactor(report, later)).toBeCloseTo(Math.exp(-1));
  expect(timeFactor(later, report)).toBeCloseTo(Math.exp(-1));
  expect(timeFactor(report, undated)).toBeGreaterThan(timeFactor(report, later));
});
