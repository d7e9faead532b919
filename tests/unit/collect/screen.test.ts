import { expect, test } from 'vitest';
import { screen } from '../../../src/collect/screen.ts';
import type { Relevance } from '../../../src/domain/topic.ts';
import { sampleLexicon } from '../../fakes/sample-topic.ts';
import { reportOf } from './known-articles.ts';

function screened(title: string, text: string): Relevance {
  return screen(reportOf(text, { title }), sampleLexicon);
}

function textsOf(relevance: Relevance, kind: Relevance['reasons'][number]['kind']): string[] {
  return relevance.reasons.filter((reason) => reason.kind === kind).map(({ text }) => text);
}

test.each([
  ['Huawei added to the Entity List', 'The Commerce Department put Huawei and others on the list.'],
  ['Britain bans Huawei from 5G networks', 'Operators must remove the kit by 2027.'],
  ['Chip makers face new export controls', 'The Bureau of Industry and Security issued a rule.'],
  ['美國將華為列入實體清單', '商務部週三公布出口管制新規定。'],
  ['美国FCC点名ZTE', '该公司被列入实体清单，须取得许可。'],
])('is on the topic: %s', (title, text) => {
  expect(screened(title, text).isRelevant).toBe(true);
});

test.each([
  ['Huawei unveils new smartphone', 'The camera of the smartphone is good, and its battery lasts two days.'],
  ['Profit of Huawei grows', 'Smartphone sales helped the profit of the firm.'],
  ['Ministry drops software licenses', 'The software licenses of the office run out in May.'],
  ['Rain expected in the north', 'It will rain on Monday in most places of the north.'],
  ['', ''],
])('is off the topic: %s', (title, text) => {
  expect(screened(title, text).isRelevant).toBe(false);
});

test('gives grounds that can be checked, with the best place of each', () => {
  const { reasons, ruleVersion } = screened(
    'Huawei added to trade list',
    'It was put on the Entity List. The Entity List is long.',
  );

  expect(reasons).toContainEqual(
    expect.objectContaining({ kind: 'entity', text: 'Huawei', where: 'title', points: 4.5 }),
  );
  expect(reasons).toContainEqual({ kind: 'term', text: 'entity list', where: 'lead', points: 4.5 });
  expect(reasons.filter(({ text }) => text === 'entity list')).toHaveLength(1);
  expect(ruleVersion).toMatch(/^screen\/\d+$/);
});

test('a word weighs more in the title than in the lead, and there more than in the body', () => {
  const filler = 'A first line. A second line. A third line.';
  const scores = [
    screened('The entity list', filler),
    screened('A title', `The entity list grew. ${filler}`),
    screened('A title', `${filler} The entity list grew.`),
  ].map(({ score }) => score);

  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(new Set(scores).size).toBe(3);
});

test('a term of action counts only near an entity', () => {
  const near = screened('A title', 'Huawei is back. It was banned.');
  const far = screened('A title', 'Huawei is back. It grew. It sells. Smoking was banned.');

  expect(textsOf(near, 'term')).toEqual(['banned']);
  expect(textsOf(far, 'term')).toEqual([]);
});

test('names a near miss once and gives it no points', () => {
  const { reasons } = screened(
    'Software license ends',
    'A software license ended. A software license began.',
  );

  expect(reasons).toEqual([
    {
      kind: 'near_miss',
      text: 'software license*: permission to use software',
      where: 'title',
      points: 0,
    },
  ]);
});

test('what speaks against the topic is named, and hardly counts in the body', () => {
  const filler = 'A first line. A second line. A third line.';
  const title = screened('Huawei smartphone', filler);
  const body = screened('Huawei', `${filler} It sells a smartphone.`);

  expect(textsOf(title, 'against')).toEqual(['smartphone*']);
  expect(title.reasons.find(({ kind }) => kind === 'against')?.points).toBeCloseTo(-4.8);
  expect(body.reasons.find(({ kind }) => kind === 'against')?.points).toBeCloseTo(-0.16);
});

test('an entity named often counts more, but not as many times more', () => {
  const once = screened('A title', 'Huawei sells kit.');
  const often = screened('A title', 'Huawei sells kit. Huawei buys chips. Huawei hires. Huawei pays.');

  expect(often.score).toBeGreaterThan(once.score);
  expect(often.score).toBeLessThan(once.score * 2);
});

test('a score is between 0 and 1 with three places', () => {
  const { score } = screened(
    'Huawei ZTE BIS Entity List export control',
    'Huawei export licence covered list.',
  );

  expect(score).toBeGreaterThan(0.9);
  expect(score).toBeLessThanOrEqual(1);
  expect(Math.round(score * 1000) / 1000).toBe(score);
});
