import { expect, test } from 'vitest';
import { findNewFacts, knownSentencesOf } from '../../../../src/collect/compare/new-facts.ts';
import { sampleLexicon } from '../../../fakes/sample-topic.ts';
import { knownOf, reportOf } from '../known-articles.ts';

const known = reportOf(
  'The Commerce Department added 120 entities to the list on Monday.\nThe firms make chips for the army.\nThey are based in Shenzhen.',
  { title: 'Chip firms face curbs in America' },
);

function factsOf(text: string, isCopy = false): number[] {
  const sentences = knownSentencesOf([known], sampleLexicon);
  const { newFacts } = findNewFacts(reportOf(text), sentences, sampleLexicon, knownOf([known]), isCopy);
  return newFacts.map(({ sentenceIndex }) => sentenceIndex);
}

test.each([
  ['a known sentence', 'The Commerce Department added 120 entities to the list on Monday.'],
  ['its words in another order', 'On Monday 120 entities were added to the list by the Commerce Department.'],
  ['two known sentences in one', 'The firms, based in Shenzhen, make chips for the army.'],
  ['a known title', 'Chip firms in America face curbs, it was said in Ohio.'],
  ['a sentence without name, figure or entity', 'the minister warned that prices for houses may rise soon'],
  ['a few words', 'Boeing paid Airbus.'],
  ['a question', 'Will Boeing build 900 aircraft in Seattle for the Pentagon this decade?'],
])('%s is no new fact', (_, text) => {
  expect(factsOf(text)).toEqual([]);
});

test.each([
  ['another sentence with a name', 'The minister Boris Smith warned that house prices may rise.'],
  [
    'a known sentence with another figure',
    'The Commerce Department added 71 entities to the list on Monday.',
  ],
  ['a sentence with a figure', 'Some 900 aircraft will be built and delivered by next summer.'],
  ['a sentence of Chinese with an entity', '华为向法院提起诉讼，要求撤销这项决定。'],
])('%s is a new fact', (_, text) => {
  expect(factsOf(text)).toEqual([0]);
});

test('names the sentences of an article in order', () => {
  const text = [
    'Huawei sued the regulator in a court in Texas.',
    'The Commerce Department added 120 entities to the list on Monday.',
    'ZTE paid a fine of $892 million to settle charges.',
  ].join('\n');

  expect(factsOf(text)).toEqual([0, 2]);
});

test('what is left over of a copy must hold a mark', () => {
  const matter = 'Our reporter Jane Doe contributed to this story from Oslo.';

  expect(factsOf(matter, false)).toEqual([0]);
  expect(factsOf(matter, true)).toEqual([]);
});

test('tells how many sentences could be checked, whether known or new', () => {
  const text = [
    'Huawei sued the regulator in a court in Texas.',
    'The Commerce Department added 120 entities to the list on Monday.',
    'Boeing paid Airbus.',
  ].join('\n');

  const found = findNewFacts(
    reportOf(text),
    knownSentencesOf([known], sampleLexicon),
    sampleLexicon,
    knownOf([known]),
    false,
  );

  expect(found).toMatchObject({ checkedSentences: 2, newFacts: [{ sentenceIndex: 0 }] });
});
