import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRe2RegexEngine } from '../../../adapters/re2/re2-regex-engine.ts';
import { watchQueryOf } from '../../../src/ask/watch-query-of.ts';
import { parseQuery } from '../../../src/watch/parse-query.ts';
import { lexicon } from '../deliver/newsroom.ts';
import { beat, corpusOf } from './corpus.ts';

const tools = { regexes: createRe2RegexEngine(), topic: lexicon.topic };

test.each([
  ['When was Zentara added to the Entity List?', 'entity:entity-list Zentara'],
  ["What was Huawei's profit?", 'entity:huawei profit'],
  ['How many Huawei phones were sold in 2027?', 'entity:huawei 2027 phones sold'],
  ['What did the AT&T chief say about Huawei?', 'entity:huawei "AT&T" chief'],
  ['华为何时被列入黑名单？', 'entity:huawei 列入黑名单'],
  ['Is it NOT true OR false?', 'true false'],
])('of "%s" the names come first', (question, expected) => {
  expect(watchQueryOf(question, lexicon)).toBe(expected);
});

test.each(['', 'And when?', '??? …', 'What is it?'])('"%s" tells nothing to watch for', (question) => {
  expect(watchQueryOf(question, lexicon)).toBeNull();
});

test('at most six terms are joined', () => {
  const query = watchQueryOf('Alpha beta gamma delta epsilon zeta eta theta iota kappa', lexicon) ?? '';

  expect(query.split(' ')).toHaveLength(6);
});

const hostileWord = fc.constantFrom(
  ...[
    'AND',
    'or',
    'NOT',
    '-x',
    '(',
    ')',
    '"',
    '“',
    '/a(/',
    'entity:nobody',
    'cite:',
    'lang:xx',
    '華為',
    '中芯国际',
  ],
  ...[
    'U.S.',
    "Huawei's",
    'AT&T',
    '15 CFR 744',
    '£7m',
    '900,000',
    'é́',
    '\u202e',
    'ﬀ',
    '①',
    '’',
    'ー',
    'カメラ',
    '5G',
  ],
);
const question = fc
  .array(fc.oneof(hostileWord, fc.string(), fc.string({ unit: 'grapheme' })), { maxLength: 20 })
  .map((words) => words.join(' '));

test('whatever is asked, the query is one that the watches read', () => {
  fc.assert(
    fc.property(question, (text) => {
      const query = watchQueryOf(text, lexicon);
      if (query !== null) expect(parseQuery(query, tools)).toMatchObject({ kind: 'ok' });
    }),
    { numRuns: 600 },
  );
});

test('a refusal offers a query, and an answer offers none', async () => {
  const { ask } = await corpusOf(beat);

  const refused = await ask('When was Zentara added to the Entity List?');
  const answered = await ask('When were Huawei affiliates added to the Entity List?');

  expect(refused.watchQuery).toBe('entity:entity-list Zentara');
  expect(answered.watchQuery).toBeNull();
});
