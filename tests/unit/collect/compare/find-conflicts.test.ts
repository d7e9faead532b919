import { expect, test } from 'vitest';
import { findConflicts } from '../../../../src/collect/compare/find-conflicts.ts';
import type { Article } from '../../../../src/domain/article.ts';
import type { Conflict } from '../../../../src/domain/comparison.ts';
import { unknownMoment } from '../../../../src/domain/moment.ts';
import { sampleLexicon } from '../../../fakes/sample-topic.ts';
import { compared, knownOf, reportOf } from '../known-articles.ts';

const known = reportOf(
  [
    'Huawei bought $11 billion of goods from US firms in the past year.',
    'The order names 70 affiliates of Huawei in 26 countries.',
    'A ban would delay the 5G rollout of British operators by two years.',
    'The rule was published by the Commerce Department on Wednesday in Washington.',
  ].join('\n'),
  { url: 'https://wire.example/a' },
);

function conflictsOf(text: string, over: { publisher?: string | null } = {}): readonly Conflict[] {
  return found(reportOf(text, { publisher: 'Wire Two', title: 'Another report', ...over }), known);
}

function found(article: Article, ...others: readonly Article[]): readonly Conflict[] {
  return findConflicts(article, others, sampleLexicon, knownOf(others));
}

test.each([
  ['figure', 'Huawei bought $21 billion of goods from US firms in the past year.', 0],
  ['figure', 'The order names 68 affiliates of Huawei abroad.', 1],
  ['figure', 'A ban would delay the 5G rollout of British operators by five years.', 2],
  ['figure', 'A ban would delay the 5G rollout of British operators by two to three years.', 2],
  ['weekday', 'The rule was published by the Commerce Department on Tuesday in Washington.', 3],
])('finds the %s that differs in: %s', (about, sentence, at) => {
  expect(conflictsOf(`Something else happened.\n${sentence}`)).toEqual([
    {
      about,
      quote: sentence,
      known: {
        articleId: known.id,
        url: known.url,
        title: known.title,
        publisher: known.publisher,
        publishedAt: known.publishedAt,
        quote: known.sentences[at],
        isNote: false,
      },
    },
  ]);
});

test.each([
  ['the same figure', 'Huawei bought $11 billion of goods from US firms in the past year.'],
  ['the same figure in full', 'Huawei bought $11,000,000,000 of goods from US firms in the past year.'],
  ['a rounded sum', 'Huawei bought $11.2 billion of goods from US firms in the past year.'],
  ['a rough sum', 'Huawei bought about $12.5 billion of goods from US firms in the past year.'],
  ['another unit', 'Huawei bought £8 billion of goods from US firms in the past year.'],
  ['a bare number', 'Huawei bought goods from US firms in the past year, 13 in all.'],
  ['another matter', 'A fund lost $21 billion when shares of suppliers fell.'],
  ['another matter of the same words', 'Huawei sold phones for $50 billion to Europe.'],
  ['the same weekday', 'The rule was published by the Commerce Department on Wednesday in Washington.'],
  ['two weekdays', 'The rule was published by the Commerce Department on Monday or Tuesday in Washington.'],
])('%s is no contradiction', (_, sentence) => {
  expect(conflictsOf(sentence)).toEqual([]);
});

test('a publisher does not contradict itself', () => {
  const sentence = 'Huawei bought $21 billion of goods from US firms in the past year.';

  expect(conflictsOf(sentence, { publisher: known.publisher })).toEqual([]);
  expect(conflictsOf(sentence, { publisher: null })).toHaveLength(1);
});

test('an article that states both figures contradicts none of them', () => {
  const text = [
    'Huawei bought $21 billion of goods from US firms in the past year.',
    'Wire One had put the goods that Huawei bought from US firms in the past year at $11 billion.',
  ].join('\n');

  expect(conflictsOf(text)).toEqual([]);
});

test('one statement is held against one known article, however many say the same', () => {
  const sentence = 'Huawei bought $21 billion of goods from US firms in the past year.';
  const again = { ...known, id: 'again', publisher: 'Wire Three' };

  expect(found(reportOf(sentence, { publisher: 'Wire Two' }), known, again)).toHaveLength(1);
});

test('a range written in two ways is one range', () => {
  const one = reportOf('A ban would cost British operators between $4 billion and $5 billion.');
  const other = reportOf('A ban would cost British operators $4-5 billion.', { publisher: 'Wire Two' });

  expect(found(other, one)).toEqual([]);
});

test('finds a figure that differs in Chinese text', () => {
  const one = reportOf('华为过去一年从美国企业采购了110亿美元的商品。');
  const other = reportOf('華為過去一年從美國企業採購了210億美元的商品。', { publisher: 'Zhongwen' });

  expect(found(other, one)).toMatchObject([
    { about: 'figure', quote: other.text, known: { quote: one.text } },
  ]);
});

test('a contradiction makes the verdict, with its story', () => {
  const sentence = 'Huawei bought $21 billion of goods from US firms in the past year.';

  const comparison = compared(reportOf(sentence, { publisher: 'Wire Two' }), known);

  expect(comparison).toMatchObject({ verdict: 'contradicts', storyId: 's0' });
  expect(comparison.conflicts.map(({ quote }) => quote)).toEqual([sentence]);
});

test('figures of different weeks may differ', () => {
  const sentence = 'Huawei bought $21 billion of goods from US firms in the past year.';

  const comparison = compared(reportOf(sentence, { publisher: 'Wire Two', date: '2019-05-24' }), known);

  expect(comparison.conflicts).toEqual([]);
});

test('where a date is unknown, only reports of one story can contradict each other', () => {
  const sentence = 'Huawei bought $21 billion of goods from US firms in the past year.';
  const undated = { publisher: 'Wire Two', publishedAt: unknownMoment };
  const alike = reportOf(sentence, undated);
  const padding = Array.from(
    { length: 12 },
    (_, index) =>
      `Port ${index} of Rotterdam shipped wheat, copper, timber and salmon to Lagos harbor ${index}.`,
  );
  const unlike = reportOf([sentence, ...padding].join('\n'), { ...undated, title: 'Trade in review' });

  expect(compared(alike, known).conflicts).toHaveLength(1);
  expect(compared(unlike, known).conflicts).toEqual([]);
});
