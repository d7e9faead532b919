import { expect, test } from 'vitest';
import { createArticleFeatures } from '../../../src/collect/compare/article-features.ts';
import { compare } from '../../../src/collect/compare.ts';
import { sampleLexicon } from '../../fakes/sample-topic.ts';
import { compared, knownOf, reportOf } from './known-articles.ts';

const lines = [
  'The Commerce Department put Huawei and 70 of its affiliates on the Entity List on Wednesday.',
  'American suppliers now need a licence before they sell parts or software to the Shenzhen company.',
  'Huawei bought $11 billion of goods from US firms in the past year.',
  'Applications will be reviewed by the bureau under a presumption of denial.',
  'A spokesman for Huawei said that the order would harm American jobs.',
];
const first = reportOf(lines.join('\n'), { url: 'https://wire.example/a' });
const elsewhere = reportOf(
  'Britain will decide whether Huawei may supply the core of its 5G networks.\nA committee heard the operators in London.',
  { title: 'Britain weighs Huawei role in 5G', date: '2019-04-20', publisher: 'Wire Two' },
);

test('the first article of all is new, with its facts', () => {
  const comparison = compared(first);

  expect(comparison).toMatchObject({ verdict: 'new', storyId: null, duplicateOf: null, conflicts: [] });
  expect(comparison.newFacts.map(({ quote }) => quote)).toContain(lines[0]);
  expect(comparison.ruleVersion).toMatch(/^compare\/\d+$/);
});

test.each([
  ['the same text', lines.join('\n'), 'https://other.example/b'],
  ['the same text in capitals', lines.join('\n').toUpperCase(), 'https://other.example/b'],
  [
    'the same address with tracking',
    lines.join('\n'),
    'http://www.wire.example/a/?utm_source=x&fbclid=y#top',
  ],
  ['an excerpt', lines.slice(0, 3).join('\n'), null],
])('%s is a repeat', (_, text, url) => {
  const comparison = compared(reportOf(text, { url, publisher: 'Copy' }), first, elsewhere);

  expect(comparison).toMatchObject({
    verdict: 'repeat',
    storyId: 's0',
    newFacts: [],
    conflicts: [],
    duplicateOf: first.id,
  });
});

test('a revision with one new fact is an update with just that fact', () => {
  const fact = 'Google suspended its Android licence for Huawei phones on Sunday, a person close to it said.';
  const revision = reportOf(`${lines.join('\n')}\n${fact}`, { url: first.url });

  const comparison = compared(revision, first, elsewhere);

  expect(comparison).toMatchObject({ verdict: 'update', storyId: 's0', duplicateOf: first.id });
  expect(comparison.newFacts).toEqual([{ quote: fact, sentenceIndex: 5 }]);
});

test('a rewrite of what is known is a repeat and no copy', () => {
  const rewrite = reportOf(
    [
      'Huawei was placed on the Entity List by the Commerce Department on Wednesday, with 70 affiliates.',
      'Suppliers in America need a licence to sell the Shenzhen company parts or software.',
      'Last year Huawei bought goods worth $11 billion from US firms.',
    ].join('\n'),
    { title: 'US places Huawei on trade list', publisher: 'Wire Two' },
  );

  expect(compared(rewrite, first, elsewhere)).toMatchObject({
    verdict: 'repeat',
    storyId: 's0',
    newFacts: [],
    duplicateOf: null,
  });
});

test('new facts on a known event are an update, and what was known is not among them', () => {
  const update = reportOf(
    [
      'A licence of 90 days lets carriers in rural Oregon keep existing Huawei networks running until August.',
      'Huawei and 70 of its affiliates were put on the Entity List by the Commerce Department.',
      'American suppliers need a licence to sell software or parts to the company.',
    ].join('\n'),
    { title: 'Huawei gets reprieve after Entity List order', publisher: 'Wire Two', date: '2019-05-17' },
  );

  const comparison = compared(update, first, elsewhere);

  expect(comparison).toMatchObject({ verdict: 'update', storyId: 's0', duplicateOf: null });
  expect(comparison.newFacts.map(({ sentenceIndex }) => sentenceIndex)).toEqual([0]);
});

test('what shares nothing with the known is new', () => {
  const other = reportOf('A court in Vancouver heard the case of the Ontario mining firm on Monday.', {
    title: 'Mining case heard',
  });

  expect(compared(other, first, elsewhere)).toMatchObject({ verdict: 'new', storyId: null });
});

test('the same words a year later are another story', () => {
  const later = reportOf(
    'The Commerce Department put Huawei and 38 of its affiliates on the Entity List.\nThe new firms are in Dresden.',
    { date: '2020-08-17', publisher: 'Wire Two' },
  );

  expect(compared(later, first)).toMatchObject({ verdict: 'new', storyId: null, conflicts: [] });
});

test.each([
  [
    'simplified Chinese',
    '华为被列入实体清单',
    '美国商务部周三将华为及其70家关联企业列入实体清单。\n华为过去一年从美国企业采购了110亿美元的商品。',
  ],
  [
    'traditional Chinese',
    '華為被列入實體清單',
    '美國商務部週三將華為及其70家關聯企業列入實體清單。\n華為過去一年從美國企業採購了110億美元的商品。',
  ],
])('a report in %s joins the story', (_, title, text) => {
  const report = reportOf(text, { title, lang: 'zh', publisher: 'Zhongwen' });

  expect(compared(report, first, elsewhere).storyId).toBe('s0');
});

test('one text in two scripts is one text', () => {
  const text = '美国商务部周三将华为及其70家关联企业列入实体清单。\n美国供应商须取得许可才能向华为出售零件。';
  const other =
    '美國商務部週三將華為及其70家關聯企業列入實體清單。\n美國供應商須取得許可才能向華為出售零件。';

  const comparison = compared(reportOf(other, { publisher: 'Two' }), reportOf(text));

  expect(comparison).toMatchObject({ verdict: 'repeat', storyId: 's0', duplicateOf: reportOf(text).id });
});

test('lists what it was compared with, most similar first, five at most', () => {
  const known = [
    elsewhere,
    first,
    ...Array.from({ length: 6 }, (_, index) => ({ ...elsewhere, id: `e${index}` })),
  ];

  const { comparedWith } = compared(reportOf(lines.slice(0, 2).join('\n')), ...known);

  expect(comparedWith).toHaveLength(5);
  expect(comparedWith[0]).toMatchObject({ articleId: first.id, url: first.url, title: first.title });
  expect(comparedWith.map(({ similarity }) => similarity)).toEqual(
    comparedWith.map(({ similarity }) => similarity).toSorted((a, b) => b - a),
  );
});

test('two documents without text are not the same document', () => {
  const comparison = compared(reportOf('', { title: 'One' }), reportOf('', { title: 'Two' }));

  expect(comparison).toMatchObject({ storyId: null, duplicateOf: null, newFacts: [] });
});

test('a seed has no story to join, but what it says is known', () => {
  const known = knownOf([first, elsewhere]);
  const seeds = { ...known, articles: known.articles.map((kept) => ({ ...kept, storyId: null })) };
  const again = reportOf(lines[0] ?? '', { publisher: 'Two' });

  expect(compare(again, seeds, createArticleFeatures(sampleLexicon))).toMatchObject({
    verdict: 'repeat',
    storyId: null,
    newFacts: [],
  });
});

test.each([
  ['no text', ''],
  ['a summary of four words', 'Talks on chips resume.'],
  ['questions only', 'Will the Commerce Department add 70 firms of Ohio to the list on Monday?'],
])('an article with %s is new where nothing is known, and where nothing like it is', (_, text) => {
  const article = reportOf(text, { title: 'Talks', date: '2019-05-24' });

  for (const known of [[], [elsewhere]]) {
    expect(compared(article, ...known)).toMatchObject({ verdict: 'new', storyId: null, newFacts: [] });
  }
});

test('an article that states nothing to check is a repeat within its story', () => {
  const known = reportOf('Huawei added to the Entity List, again and again.');
  const headline = reportOf('Huawei added to the Entity List', { publisher: 'Wire Two' });

  expect(compared(headline, known)).toMatchObject({ verdict: 'repeat', storyId: 's0' });
});
