import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/watch/parse-query.ts';
import { printQuery } from '../../../src/watch/print-query.ts';
import { problemOf, queryOf, sampleTools } from './query-samples.ts';

/** The query as it was understood, with every group in parentheses. */
function understood(text: string): string {
  return printQuery(queryOf(text));
}

describe('parseQuery', () => {
  it.each([
    ['huawei chips', 'huawei AND chips'],
    ['huawei OR zte chips', 'huawei OR (zte AND chips)'],
    ['(huawei OR zte) chips', '(huawei OR zte) AND chips'],
    ['huawei -phones', 'huawei AND NOT phones'],
    ['huawei -(phones OR cameras)', 'huawei AND NOT (phones OR cameras)'],
    ['huawei NOT (phones OR cameras)', 'huawei AND NOT (phones OR cameras)'],
    ['((huawei)) AND (zte AND chips)', 'huawei AND zte AND chips'],
    ['the huawei', 'huawei'],
    ['x-ray -5G', 'x-ray AND NOT 5G'],
  ])('reads %s as %s', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });

  it('takes the signs of Chinese keyboards and word processors for their plain forms', () => {
    expect(understood('（“entity list” OR 华为） －手机')).toBe('("entity list" OR 华为) AND NOT 手机');
    expect(queryOf('entity：华为')).toMatchObject({ kind: 'entity', entityId: 'huawei' });
  });

  it('keeps stop words inside a phrase', () => {
    expect(queryOf('"bureau of industry"')).toMatchObject({ stems: ['bureau', 'of', 'industry'] });
  });

  it('finds an entity by its id and by any of its names, in any case and script', () => {
    for (const name of ['huawei', 'HUAWEI', '華為', '华为']) {
      expect(queryOf(`entity:${name}`)).toMatchObject({ kind: 'entity', entityId: 'huawei' });
    }
    expect(queryOf('entity:"Commerce Department"')).toMatchObject({ entityId: 'commerce' });
  });

  it('reads source: as another name of tier:', () => {
    expect(queryOf('source:wire')).toMatchObject({ kind: 'tier', tier: 'wire' });
  });

  it('reads citations in any spelling, and names of lists as phrases', () => {
    expect(queryOf('cite:"15 C.F.R. § 744.16"')).toMatchObject({
      citation: { system: 'cfr', volume: '15', number: '744.16' },
    });
    expect(queryOf('cite:"84 Fed. Reg. 22,961"')).toMatchObject({
      citation: { system: 'fr', number: '22961' },
    });
    expect(queryOf('cite:3A090')).toMatchObject({ citation: { system: 'eccn', number: '3a090' } });
    expect(queryOf('cite:"Entity List"')).toMatchObject({ kind: 'words', stems: ['entity', 'list'] });
  });

  it('leaves a slash inside a regular expression and inside a word', () => {
    expect(queryOf(String.raw`/a\/b c/`)).toMatchObject({ kind: 'regex', source: String.raw`a\/b c` });
    expect(queryOf('and/or-license')).toMatchObject({ kind: 'words' });
  });
});

const refusals: readonly (readonly [string, string, RegExp])[] = [
  ['an empty query', '  ', /empty: write/],
  ['a quote that does not end', '"entity list', /does not end: write "/],
  ['a quote of a field that does not end', 'cite:"15 CFR', /does not end: write "/],
  ['a group that does not end', '(huawei OR zte', /write \)/],
  ['a stray parenthesis', 'huawei) zte', /without its \(/],
  ['a parenthesis that begins the query', ') huawei', /without its \(/],
  ['an empty group', 'huawei ()', /nothing between/],
  ['a regular expression that does not end', '/chip', /does not end: write \//],
  ['look-ahead', '/chip(?=s)/', /ahead or behind.*write/],
  ['look-behind', '/(?<!a)chip/', /ahead or behind.*write/],
  ['a backreference', String.raw`/(a)\1/`, /refers back.*write/],
  ['a broken regular expression', '/chip(/', /not a regular expression.*backslash/],
  ['a regular expression that matches nothing at all', '/x*/', /empty text.*write/],
  ['an empty regular expression', '//', /empty text.*write/],
  ['an operator in small letters', 'huawei or zte', /Write OR in capitals/],
  ['only stop words', 'the in of', /every article: write/],
  ['a phrase of stop words', '"of the"', /every article: write/],
  ['a stop word in an OR', 'huawei OR the', /the stands in every article/],
  ['a NOT of a stop word', 'huawei NOT the', /the stands in every article/],
  ['NOT alone', 'NOT', /After NOT a term is missing/],
  ['only a NOT', 'NOT huawei', /add a word that must/],
  ['only negative parts', '-huawei -zte', /add a word that must/],
  ['a negative part of an OR', 'huawei OR NOT zte', /add a word that must/],
  ['a negative part of an OR in a group', 'zte AND (huawei OR -chips)', /add a word that must/],
  ['an AND at the end', 'huawei AND', /After AND a term is missing/],
  ['an OR at the beginning', 'OR huawei', /Before OR a term is missing/],
  ['two operators in a row', 'huawei AND OR zte', /After AND a term is missing/],
  ['a field that there is not', 'author:smith', /no field "author".*or put/],
  ['a field without a value', 'entity: huawei', /entity: has no value/],
  ['an unknown verdict', 'verdict:old', /verdict:new, update, repeat/],
  ['an unknown tier', 'tier:blog', /tier:primary/],
  ['an unknown language', 'lang:chinese', /lang:en or lang:zh/],
  ['punctuation alone', 'huawei &', /no letter and no digit/],
];

describe('parseQuery refuses', () => {
  it.each(refusals)('%s', (_name, text, problem) => {
    expect(problemOf(text)).toMatch(problem);
  });

  it('an unknown entity, and names the one that was likely meant', () => {
    expect(problemOf('entity:hauwei')).toBe('The topic has no entity "hauwei": did you mean entity:huawei?');
    expect(problemOf('entity:qwertyuiop')).toMatch(/write its name as plain words\.$/);
  });

  it('500 terms, and takes 200', () => {
    const terms = (count: number) => Array.from({ length: count }, (_, i) => `w${i % 90}`).join(' ');

    expect(problemOf(terms(500))).toMatch(/500 terms, and at most 200/);
    expect(parseQuery(terms(201), sampleTools).kind).toBe('invalid');
    expect(parseQuery(terms(200), sampleTools).kind).toBe('ok');
  });

  it('more than 2,000 characters, and takes 2,000', () => {
    expect(problemOf('x'.repeat(2001))).toMatch(/2001 characters, and at most 2000/);
    expect(parseQuery('x'.repeat(2000), sampleTools).kind).toBe('ok');
  });

  it('groups nested more than 20 deep, and takes 20', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}huawei${')'.repeat(depth)}`;

    expect(problemOf(nested(21))).toMatch(/more than 20 deep/);
    expect(problemOf(`huawei ${'NOT '.repeat(400)}zte`)).toMatch(/more than 20 deep/);
    expect(parseQuery(nested(20), sampleTools).kind).toBe('ok');
  });
});

const pieces = [
  ...[
    'huawei',
    'chips',
    'the',
    '"entity list"',
    '华为',
    '/ch[i]p/',
    'entity:zte',
    'cite:"15 CFR 744"',
    'lang:zh',
  ],
  ...[
    'AND',
    'OR',
    'NOT',
    '-',
    '(',
    ')',
    '"',
    '/',
    'about:"chips for phones"',
    'verdict:new',
    ':',
    '（',
    '”',
    'x:',
  ],
];
const queryLike = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(' '));

describe('parseQuery, on any text', () => {
  it('never throws, and says in a sentence what is wrong', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), queryLike), (text) => {
        const parsed = parseQuery(text, sampleTools);
        if (parsed.kind === 'invalid') expect(parsed.problem).toMatch(/[.?]$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a printed query as the same query', () => {
    let read = 0;
    fc.assert(
      fc.property(queryLike, (text) => {
        const parsed = parseQuery(text, sampleTools);
        if (parsed.kind === 'invalid') return;
        read += 1;
        const again = queryOf(printQuery(parsed.query));
        expect(JSON.stringify(again)).toBe(JSON.stringify(parsed.query));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
