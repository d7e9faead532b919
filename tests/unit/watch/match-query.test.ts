import { describe, expect, it } from 'vitest';
import { matchQuery } from '../../../src/watch/match-query.ts';
import { queryOf, subjectOf } from './query-samples.ts';

function matchOf(query: string, text: string, about: Parameters<typeof subjectOf>[1] = {}) {
  return matchQuery(queryOf(query), subjectOf(text, about));
}

describe('matchQuery', () => {
  it.each([
    ['license', 'New licenses are due.', ['licenses']],
    ['licences', 'A license is due.', ['license']],
    ['ban', 'It urban-planned the banks.', null],
    ['ban', 'The firm was banned.', ['banned']],
    ['"bureau of industry"', 'The Bureau of Industry spoke.', ['Bureau of Industry']],
    ['"bureau of industry"', 'The bureau and industry spoke.', null],
    ['"export control"', 'Export-controls were named.', ['Export-controls']],
    ['U.S.', 'The US spoke.', ['US']],
    ['US', 'It was told to the U.S. in May.', ['U.S.']],
    ['USA', 'They told us so.', null],
    ['huawei', "Huawei's phones sold.", ["Huawei's"]],
    ['22961', 'Notice 22,961 was read.', ['22,961']],
    ['"entity 华为"', 'the entity 華為 spoke', ['entity 華為']],
    ['出口管制', '新的出口管制措施', ['出口管制']],
    ['出口管制', '出口的管制', null],
    ['實體清單', '被列入实体清单', ['实体清单']],
    ['화웨이', '미국은 화웨이를 제재했다', ['화웨이']],
    ['/chip(s|set)/', 'Two CHIPSETS were named.', ['CHIPS']],
    ['entity:huawei', '美国与華為', ['華為']],
    ['entity:huawei', 'Huaweiland is a park.', null],
    ['entity:bis', 'A bis repetita placent.', null],
  ])('takes %s against "%s" for %j', (query, text, matched) => {
    const match = matchOf(query, text);

    expect(match.isMatch).toBe(matched !== null);
    expect(match.matched).toEqual(matched ?? []);
  });

  it.each([
    ['15 CFR 744', 'See 15 CFR 744 for it.', true],
    ['15 CFR 744', 'See 15 C.F.R. § 744.16 for it.', true],
    ['15 CFR 744', 'See §§ 744.11 and 744.16.', true],
    ['15 CFR 744', 'See Part 744 for it.', true],
    ['15 CFR 744', 'See 15 CFR Part 744 for it.', true],
    ['15 CFR 744', 'See 15 CFR 7441 for it.', false],
    ['15 CFR 744', 'See 22 CFR 744 for it.', false],
    ['15 CFR 744', 'They sold 744 phones.', false],
    ['15 CFR 744.1', 'See § 744.11 for it.', false],
    ['15 CFR 744.16', 'See 15 CFR 744.11, 744.16(a) and others.', true],
    ['15 CFR 744.16', 'See 15 CFR 744 for it.', false],
    ['84 FR 22961', 'Published as 84 Fed. Reg. 22,961 in May.', true],
    ['84 FR 22961', 'Published as 85 FR 22961 in May.', false],
    ['50 USC 4801', 'Under 50 U.S.C. § 4801(2) it may.', true],
    ['3A090', 'Items under ECCN 3A090.a are held.', true],
    ['3A090', 'Items under 3A0901 are held.', false],
    ['Entity List', 'It is on the entity list.', true],
  ])('takes cite:"%s" against "%s" for %s', (citation, text, expected) => {
    expect(matchOf(`cite:"${citation}"`, text).isMatch).toBe(expected);
  });
});

describe('matchQuery, of properties and groups', () => {
  it('compares verdict, tier and language of the article', () => {
    const about = { verdict: 'contradicts', tier: 'primary', lang: 'zh' } as const;

    expect(matchOf('verdict:contradicts tier:primary lang:zh', 'x', about).isMatch).toBe(true);
    expect(matchOf('verdict:new', 'x', about)).toMatchObject({ isMatch: false, missed: ['verdict:new'] });
    expect(matchOf('tier:wire OR lang:en', 'x', about).missed).toEqual(['tier:wire', 'lang:en']);
  });

  it('names what was needed and did not hold, and what a NOT forbade', () => {
    const match = matchOf('huawei "export ban" -(phones OR cameras)', 'Huawei sells cameras.');

    expect(match.isMatch).toBe(false);
    expect(match.matched).toEqual(['Huawei']);
    expect(match.missed).toEqual(['"export ban"', 'NOT (phones OR cameras)']);
  });

  it('does not name the other parts of an OR of which one holds', () => {
    expect(matchOf('huawei OR zte', 'Huawei spoke.').missed).toEqual([]);
  });
});

describe('matchQuery, of descriptions', () => {
  it('takes a description for met from six tenths of its weight on', () => {
    const query = 'about:"limits for alpha beta gamma delta"';

    expect(matchOf(query, 'limit alpha beta').isMatch).toBe(true);
    expect(matchOf(query, 'alpha beta').isMatch).toBe(false);
  });

  it('weighs a name twice in a description', () => {
    const query = 'about:"limits for Nokia"';

    expect(matchOf(query, 'Nokia spoke.').isMatch).toBe(true);
    expect(matchOf(query, 'The limits stand.').isMatch).toBe(false);
  });

  it('matches a Chinese description by pairs of characters', () => {
    expect(matchOf('about:"芯片出口限制"', '新的芯片出口限制措施').isMatch).toBe(true);
    expect(matchOf('about:"芯片出口限制"', '手机销售增长').isMatch).toBe(false);
  });
});

describe('touchesNews', () => {
  const text = 'Huawei was listed in 2019. A new fab opened in Dongguan.';
  const newFacts = ['A new fab opened in Dongguan.'];

  it('is true where a leaf stands in a new fact or the quote of a conflict', () => {
    expect(matchOf('fab', text, { newFacts }).touchesNews).toBe(true);
    expect(matchOf('fab', text, { conflicts: newFacts }).touchesNews).toBe(true);
    expect(matchOf('huawei fab', text, { newFacts }).touchesNews).toBe(true);
  });

  it('is false where the leaf stands in what was known', () => {
    expect(matchOf('huawei', text, { newFacts }).touchesNews).toBe(false);
    expect(matchOf('huawei lang:en', text, { newFacts }).touchesNews).toBe(false);
  });

  it('is true anywhere in a new story', () => {
    expect(matchOf('huawei', text, { verdict: 'new' }).touchesNews).toBe(true);
  });

  it('is false for a query that does not match', () => {
    expect(matchOf('fab zte', text, { newFacts }).touchesNews).toBe(false);
  });

  it('follows the article where a query asks for properties alone', () => {
    expect(
      matchOf('verdict:contradicts', text, { verdict: 'contradicts', conflicts: newFacts }).touchesNews,
    ).toBe(true);
    expect(matchOf('verdict:repeat', text, { verdict: 'repeat' }).touchesNews).toBe(false);
  });
});
