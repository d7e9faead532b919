import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Watch } from '../../../src/domain/watch.ts';
import type { RegexEngine } from '../../../src/ports/regex-engine.ts';
import { literalWords } from '../../../src/watch/literal-words.ts';
import { matchQuery } from '../../../src/watch/match-query.ts';
import { parseQuery } from '../../../src/watch/parse-query.ts';
import { createWatchIndex } from '../../../src/watch/watch-index.ts';
import { queryOf, sampleTools, subjectOf, watchOf } from './query-samples.ts';

function indexOf(queries: readonly string[], tools = sampleTools) {
  return createWatchIndex(
    queries.map((text) => ({ watch: watchOf(text, text), query: queryOf(text, tools) })),
  );
}

/** An engine whose patterns count how often they are searched for; each finds its own text. */
function countingEngine(): { readonly regexes: RegexEngine; searches(): number; reset(): void } {
  let count = 0;
  return {
    regexes: {
      compile: (source) => ({
        kind: 'ok',
        pattern: {
          firstMatch(text) {
            count += 1;
            return text.includes(source) ? source : null;
          },
        },
      }),
    },
    searches: () => count,
    reset() {
      count = 0;
    },
  };
}

describe('createWatchIndex', () => {
  it('finds the watches that match, with why', () => {
    const index = indexOf(['huawei chips', 'zte', 'verdict:update', 'entity:huawei -phones']);

    const hits = index.match(subjectOf('Huawei makes chips.'));

    expect(hits.map(({ watch }) => watch.id).toSorted()).toEqual([
      'entity:huawei -phones',
      'huawei chips',
      'verdict:update',
    ]);
    expect(hits.find(({ watch }) => watch.id === 'huawei chips')?.match.matched).toEqual(['Huawei', 'chips']);
  });

  it('judges no watch of whose marks the article lacks one', () => {
    const counting = countingEngine();
    const index = indexOf(
      [
        'huawei /a.b/',
        '/a.b/ AND (zte OR smic)',
        'entity:huawei /c.d/',
        'cite:"15 CFR 744" /e.f/',
        '出口管制 /g.h/',
      ],
      { ...sampleTools, regexes: counting.regexes },
    );
    counting.reset();

    index.match(subjectOf('Rain fell on the harbor in 744 places, a.b c.d e.f g.h 出口的管制'));

    expect(counting.searches()).toBe(0);
  });

  it('judges, of many watches on a popular word, those whose other word the article holds', () => {
    const counting = countingEngine();
    const queries = Array.from({ length: 500 }, (_, i) => `huawei word${i} /x.y/`);
    const index = indexOf(queries, { ...sampleTools, regexes: counting.regexes });
    counting.reset();

    const hits = index.match(subjectOf('Huawei said word7 of x.y'));

    expect(hits.map(({ watch }) => watch.id)).toEqual(['huawei word7 /x.y/']);
    expect(counting.searches()).toBeLessThanOrEqual(2);
  });

  it('judges a query once for all watches that ask for it', () => {
    const counting = countingEngine();
    const tools = { ...sampleTools, regexes: counting.regexes };
    const watches = Array.from({ length: 50 }, (_, i) => ({
      watch: watchOf(`w${i}`, 'huawei /x.y/'),
      query: queryOf('huawei /x.y/', tools),
    }));
    const index = createWatchIndex(watches);
    counting.reset();

    const hits = index.match(subjectOf('Huawei x.y', { verdict: 'new' }));

    expect(hits).toHaveLength(50);
    expect(counting.searches()).toBe(1);
  });
});

const articleWords = [
  ...['Huawei', 'chip', 'chips', 'chipé', 'banned', 'ban.', "ban's", 'the', 'U.S.', 'US', 'entity', 'list,'],
  ...[
    '华为',
    '出口',
    '管制',
    '芯',
    '片',
    '화웨이',
    'カナ',
    '§ 744.16',
    '15 CFR 744',
    '3A090.a',
    'x_ban',
    'control-chips',
  ],
  ...['1,000', 'BIS', 'Commerce Department', 'ban\n', '(chip)', 'limits'],
];
const article = fc.array(fc.constantFrom(...articleWords), { maxLength: 25 }).map((words) => words.join(' '));
const leaves = [
  ...[
    'huawei',
    'chips',
    'ban',
    '"the entity list"',
    '华为',
    '出口管制',
    '芯',
    '화웨이',
    'カナ',
    'US',
    '1000',
    '"chip ban"',
  ],
  ...[
    'cite:"15 CFR 744"',
    'cite:744.16',
    'cite:3A090',
    'entity:huawei',
    'entity:bis',
    'entity:list',
    'lang:zh',
  ],
  ...[
    String.raw`/\bchip\b/`,
    String.raw`/\bban\b/`,
    '/ chip /',
    String.raw`/\bchip\s?ban/`,
    '/chips?/',
    '/b[aeu]n/',
  ],
  ...['about:"chip limits for Huawei"', 'about:"出口管制芯片"', 'verdict:update', 'tier:wire', 'limits'],
];
const pieces = [...leaves, 'AND', 'OR', '-', '(', ')'];
const readable = fc
  .sample(
    fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 })
      .map((parts) => parts.join(' ').replace('- ', '-')),
    { numRuns: 1500, seed: 7 },
  )
  .concat(leaves)
  .filter((text, i, all) => all.indexOf(text) === i && parseQuery(text, sampleTools).kind === 'ok');

describe('createWatchIndex, on any article', () => {
  it('misses nothing that judging every watch would find', () => {
    const watches = readable.map((text) => ({ watch: watchOf(text, text), query: queryOf(text) }));
    const index = createWatchIndex(watches);
    let hits = 0;
    fc.assert(
      fc.property(article, (text) => {
        const subject = subjectOf(text, { lang: text.length % 2 === 0 ? 'en' : 'zh' });
        const expected = watches.filter(({ query }) => matchQuery(query, subject).isMatch);
        hits += expected.length;

        const found = index.match(subject);

        expect(idsOf(found)).toEqual(idsOf(expected));
      }),
      { numRuns: 100 },
    );
    expect(hits).toBeGreaterThan(500);
  });
});

function idsOf(found: readonly { readonly watch: Watch }[]): readonly string[] {
  return found.map(({ watch }) => watch.id).toSorted();
}

describe('literalWords', () => {
  it.each([
    [String.raw`\bchips\b`, ['chip']],
    ['a banned export list b', ['ban', 'export', 'list']],
    [String.raw`\bexport\s+\w+ ban\b`, ['export']],
    ['export', []],
    [String.raw`\bexport ?control`, []],
    [String.raw`\bexport control`, ['export']],
    [String.raw`\bexport(ed)? goods\b`, ['good']],
    [String.raw`\b(chips)\b`, []],
    [String.raw`\bchips\b|\bphones\b`, []],
    [String.raw`\bchips?\b`, []],
    ['[ ]chips[ ]', []],
    [String.raw`\Qa chips b\E`, []],
    ['[] chips ]', []],
    [String.raw`\d chips \d`, ['chip']],
  ])('takes from %s %j', (source, expected) => {
    expect(literalWords(source)).toEqual(expected);
  });
});
