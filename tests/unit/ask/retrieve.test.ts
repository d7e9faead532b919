import { expect, test } from 'vitest';
import { retrieve } from '../../../src/ask/retrieve.ts';
import { lexicon } from '../deliver/newsroom.ts';
import { beat, corpusOf } from './corpus.ts';

const corpus = await corpusOf(beat);
const find = (question: string) => retrieve(question, corpus.index, lexicon);

test('the best passage comes first, and every score is a share', async () => {
  const { passages } = await find('How many Huawei affiliates were added to the Entity List?');

  const scores = passages.map(({ score }) => score);
  expect(scores.length).toBeGreaterThan(3);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(Math.max(...scores)).toBeLessThanOrEqual(1);
  expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
});

test('a sentence of the kind asked for stands above one that is not', async () => {
  const { query, passages } = await find('When were Huawei affiliates put on the Entity List?');

  expect(query.type).toBe('date');
  const [best] = passages;
  expect(best?.hit.article.sentences[best.hit.sentenceIndex]).toContain('August 17, 2020');
});

test('names, years and figures are required, words and months are not', async () => {
  const { query } = await find('In March 2019 did Huawei owe Zentara 70 million dollars for equipment?');

  const held = (token: string) => query.required.some((alternatives) => alternatives.includes(token));
  expect(['huawei', 'zentara', '2019', 'q:70000000'].filter((token) => !held(token))).toEqual([]);
  expect(['march', 'equipment', 'owe'].filter(held)).toEqual([]);
});

test('a name may stand under any alias in any script', async () => {
  const { query } = await find('When was SMIC listed?');

  expect(query.required).toEqual([['smic', '@smic']]);
  expect((await find('为何华为起诉？')).query.required).toEqual([['@huawei']]);
});

test('a word that names an entity is held by a report that names it in other words', async () => {
  const { passages } = await find('SMIC Entity List');

  const shareOf = (beginning: string) =>
    passages.find(({ hit }) => hit.article.sentences[hit.sentenceIndex]?.startsWith(beginning))?.ownShare;
  expect(shareOf('美国商务部')).toBe(1);
  expect(shareOf('The U.S. Commerce')).toBeLessThan(1);
  expect(shareOf('公司表示')).toBe(0);
});

test('a word that stands nowhere weighs more than one that stands everywhere', async () => {
  const { weights } = (await find('Zentara and Huawei')).query;

  expect(weights.get('zentara')).toBeGreaterThan(weights.get('huawei') ?? Infinity);
});

test('a question of words that only ask finds nothing', async () => {
  expect((await find('According to the report, how many did they say?')).passages).toEqual([]);
});

test('title, publisher and date of an article belong to the surroundings of its sentences', async () => {
  const { passages } = await find('Fjord Times of June 2021 on kroner');

  const cost = passages.find(({ hit }) => hit.article.publisher === 'Fjord Times' && hit.sentenceIndex === 2);
  expect(cost?.contextShare).toBe(1);
  expect(cost?.ownShare).toBeLessThan(1);
});
