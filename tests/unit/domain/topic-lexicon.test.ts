import { expect, test } from 'vitest';
import { sampleLexicon } from '../../fakes/sample-topic.ts';

function termsIn(text: string): string[] {
  return sampleLexicon.findIn(text).terms.map(({ term }) => term);
}

test('finds terms and entities with their places', () => {
  const found = sampleLexicon.findIn('A ban on Huawei.');

  expect(found.terms).toMatchObject([{ term: 'ban', start: 2, group: { name: 'action against a company' } }]);
  expect(found.entities).toMatchObject([{ entity: { id: 'huawei' }, start: 9 }]);
  expect(found.nearMisses).toEqual([]);
});

test('leaves out a term inside a near miss, and names the near miss', () => {
  const found = sampleLexicon.findIn('The software licenses of Huawei run out.');

  expect(found.terms).toEqual([]);
  expect(found.nearMisses).toMatchObject([{ phrase: 'software license*' }]);
  expect(found.entities).toMatchObject([{ entity: { id: 'huawei' } }]);
});

test('a near miss takes away only the words in it', () => {
  expect(termsIn('Software licenses and export licenses: a travel ban, a ban.')).toEqual([
    'export licen*',
    'licen*',
    'ban',
  ]);
});

test('a near miss takes away an entity whose name it holds', () => {
  expect(sampleLexicon.findIn('It is on the UFLPA entity list.')).toMatchObject({ terms: [], entities: [] });
});

test('a word in two scripts is one term', () => {
  expect(termsIn('被列入實體清單')).toHaveLength(1);
  expect(termsIn('被列入实体清单')).toHaveLength(1);
});

test('names each entity once, under whatever alias', () => {
  const ids = sampleLexicon.entitiesIn('Huawei (華為, 华为) lost its US suppliers; the U.S. told us.');

  expect(ids).toEqual(['huawei', 'us']);
});

test('"us" is no country', () => {
  expect(sampleLexicon.entitiesIn('They told us')).toEqual([]);
});
