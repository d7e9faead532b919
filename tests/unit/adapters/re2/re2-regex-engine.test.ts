import { describe, expect, it } from 'vitest';
import { createRe2RegexEngine } from '../../../../adapters/re2/re2-regex-engine.ts';

function firstMatch(source: string, text: string): string | null {
  const outcome = createRe2RegexEngine().compile(source);
  if (outcome.kind === 'invalid') throw new Error(outcome.problem);
  return outcome.pattern.firstMatch(text);
}

describe('createRe2RegexEngine', () => {
  it('finds the first match as it stands in the text, in any case of letters', () => {
    expect(firstMatch('chip(s|set)', 'A CHIPSET and chips')).toBe('CHIPS');
    expect(firstMatch('chip', 'A phone')).toBeNull();
  });

  it('finds Chinese text, and an empty match', () => {
    expect(firstMatch('华.', '关于华为的报道')).toBe('华为');
    expect(firstMatch('x*', 'abc')).toBe('');
  });

  it.each([
    ['(?=a)', /ahead or behind/],
    ['(?<!a)b', /ahead or behind/],
    [String.raw`(a)\1`, /refers back/],
    ['a(', /is not a regular expression/],
    ['a{5000}', /is not a regular expression/],
    ['*', /is not a regular expression/],
  ])('refuses %s with a sentence', (source, problem) => {
    const outcome = createRe2RegexEngine().compile(source);

    expect(outcome).toEqual({ kind: 'invalid', problem: expect.stringMatching(problem) });
    expect(outcome).toEqual({ kind: 'invalid', problem: expect.stringMatching(/: (?:write|put) .*\.$/) });
  });

  it.each([
    [String.raw`\bban\b \w+`, 'Urban bans, a ban holds', 'ban holds'],
    [String.raw`\bban\b`, 'urban', null],
    [String.raw`\bban`, 'banned', 'ban'],
    ['ban?', 'a bad idea', 'ba'],
    ['ba{0}x', 'a box', null],
    ['ba*', 'a box', 'b'],
    ['chip|ban', 'the ban', 'ban'],
    ['mask', 'a ma\u017f\u212a', 'ma\u017f\u212a'],
    ['ban$', 'ban a ban', 'ban'],
    ['^ban', 'a ban', null],
    [String.raw`ban\n^on`, 'ban\non', null],
  ])('finds %s in %j as %j, wherever its letters begin', (source, text, expected) => {
    expect(firstMatch(source, text)).toBe(expected);
  });

  it('answers an expression that explodes when it is searched with backtracking', () => {
    // With backtracking this takes some 2^5000 steps, so that the test would never end.
    expect(firstMatch('(a+)+$', `${'a'.repeat(5000)}!`)).toBeNull();
  });
});
