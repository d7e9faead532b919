import { expect, test } from 'vitest';
import { loadTopic } from '../../../config/load-topic.ts';

const head = 'id: fish\nname: Fish\nthreshold: 0.5\n';
const terms = 'termGroups: [{ name: g, weight: 1, terms: [cod, 魚*] }]\n';

test('reads a topic, and fills in what may be left out', () => {
  const reading = loadTopic(
    `${head}${terms}entities: [{ id: eu, name: EU, kind: place }]`,
    'fish.yaml',
    'fish',
  );

  expect(reading).toEqual({
    kind: 'ok',
    topic: {
      id: 'fish',
      name: 'Fish',
      threshold: 0.5,
      termGroups: [{ name: 'g', weight: 1, nearEntity: false, terms: ['cod', '魚*'] }],
      entities: [{ id: 'eu', name: 'EU', kind: 'place', weight: 0, aliases: [] }],
      nearMisses: [],
    },
  });
});

const wrongTopics = [
  [`${head}termGroups: []\nentities: []`, 'termGroups', 'nothing is watched for'],
  [`${head.replace('fish', 'cod')}${terms}entities: []`, 'id', 'it must be fish'],
  [`${head.replace('0.5', '50')}${terms}entities: []`, 'threshold', 'from 0 to 1'],
  [
    `${head}termGroups: [{ name: g, weight: 1, terms: [a, b, a] }]\nentities: []`,
    'termGroups[0].terms[2]',
    'twice',
  ],
  [
    `${head}termGroups: [{ name: g, weight: 1, terms: [c*d] }]\nentities: []`,
    'termGroups[0].terms[0]',
    'ending',
  ],
  [
    `${head}termGroups: [{ name: g, weight: 1, terms: [] , nearEntty: true }]\nentities: []`,
    'termGroups[0].nearEntty',
    'no such',
  ],
  [
    `${head}${terms}entities: [{ id: eu, name: E, kind: place }, { id: eu, name: F, kind: place }]`,
    'entities[1].id',
    'taken',
  ],
  [`${head}${terms}entities: [{ id: eu, name: E, kind: fish }]`, 'entities[0].kind', 'one of'],
  [`${head}${terms}`, 'entities', 'list'],
] as const;

test.each(wrongTopics)('refuses %j', (text, key, part) => {
  const reading = loadTopic(text, 'fish.yaml', 'fish');

  expect(reading).toMatchObject({ kind: 'invalid' });
  const [problem] = reading.kind === 'invalid' ? reading.problems : [];
  expect(problem).toMatchObject({ key, problem: expect.stringContaining(part) });
});

test('a mistake is told with its line', () => {
  const text = `${head}entities: []\ntermGroups:\n  - name: g\n    weight: heavy\n    terms: [a]`;

  const reading = loadTopic(text, 'fish.yaml', 'fish');

  expect(reading.kind === 'invalid' && reading.problems[0]?.where).toBe('fish.yaml, line 7');
});

test('an unknown key in a list that may be left out is told with the known ones', () => {
  const text = `${head}${terms}entities: []\nnearMisses: [{ phrase: cod war, reason: war, not fish }]`;

  const reading = loadTopic(text, 'fish.yaml', 'fish');

  expect(reading.kind === 'invalid' && reading.problems[0]?.wayOut).toContain('phrase, reason');
});
