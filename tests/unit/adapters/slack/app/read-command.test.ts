import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseWireCommand } from '../../../../../adapters/slack/read-command.ts';
import { commandDefinitions } from '../../../../../src/commands/create-command-runner.ts';
import type { CommandDefinition, CommandOption } from '../../../../../src/domain/command.ts';
import { sampleOption as option } from '../../../../fixtures/sample-option.ts';

function definition(name: string, ...options: readonly CommandOption[]): CommandDefinition {
  return { name, help: 'Does it.', who: 'all', options };
}

const table = [
  definition('ask', option('question', { isRequired: true })),
  definition('digest preview', option('channel', { completes: 'channel' }), option('all', { isFlag: true })),
  definition('digest now', option('channel', { completes: 'channel' })),
  definition(
    'watch add',
    option('query', { isRequired: true }),
    option('channel', { completes: 'channel' }),
    option('cadence', { choices: ['realtime', 'digest'] }),
    option('mention'),
    option('confirm', { isFlag: true }),
  ),
  definition('watch list'),
  definition('workspace', option('admins'), option('notices', { completes: 'channel' })),
  definition('help', option('command')),
];

const parse = (text: string) => parseWireCommand(text, table);
const run = (name: string, options: Readonly<Record<string, string>>) => ({
  kind: 'run',
  input: { name, options },
});

describe('what stands behind /wire', () => {
  test.each([
    ['ask What did BIS change?', run('ask', { question: 'What did BIS change?' })],
    ['  ASK   about: what is new', run('ask', { question: 'about: what is new' })],
    ['digest preview', run('digest preview', {})],
    ['digest preview <#C1|news> all', run('digest preview', { channel: 'C1', all: 'true' })],
    ['digest preview --channel #news --all', run('digest preview', { channel: '#news', all: 'true' })],
    ['help watch add', run('help', { command: 'watch add' })],
    [
      'watch add "Huawei AND chips" channel:<#C1|news> cadence:digest confirm',
      run('watch add', { query: 'Huawei AND chips', channel: 'C1', cadence: 'digest', confirm: 'true' }),
    ],
    ['watch add “Huawei chips”', run('watch add', { query: 'Huawei chips' })],
    [
      'watch add "export controls" AND Huawei cadence:realtime',
      run('watch add', { query: '"export controls" AND Huawei', cadence: 'realtime' }),
    ],
    ['watch add confirm orders', run('watch add', { query: 'confirm orders' })],
    ['watch add AT&amp;T &lt;3', run('watch add', { query: 'AT&T <3' })],
    [
      'watch add Huawei mention:<@U1|alice>,<!subteam^S1|@legal>',
      run('watch add', { query: 'Huawei', mention: 'person:U1,role:S1' }),
    ],
    [
      'workspace admins:<!subteam^S1|@desk> notices:<@U1|alice>',
      run('workspace', { admins: 'S1', notices: 'person:U1' }),
    ],
    [
      'ask does <@U1|alice> read <https://a.test/b?c=1&amp;d=2>',
      run('ask', { question: 'does @alice read https://a.test/b?c=1&d=2' }),
    ],
  ])('%s is read as a command with its options', (text, expected) => {
    expect(parse(text)).toEqual(expected);
  });
});

describe('what is not yet a command', () => {
  test('nothing at all asks for the start', () => {
    expect(parse('  ')).toEqual({ kind: 'start' });
  });

  test('a command without what it must have asks for its form, with what was given', () => {
    expect(parse('watch add cadence:digest')).toEqual({
      kind: 'form',
      input: { name: 'watch add', options: { cadence: 'digest' } },
    });
  });

  test('the name of a group lists its commands', () => {
    const { kind, ...group } = parse('watch');
    expect(kind).toBe('group');
    expect(group).toEqual({ commands: table.filter(({ name }) => name.startsWith('watch ')) });
  });

  test.each([
    ['digset now', 'Did you mean /wire digest?'],
    ['watch lst', 'Did you mean /wire watch list?'],
    ['watch frobnicate', 'Write /wire watch add or /wire watch list.'],
    ['watch list everything', 'It takes no options.'],
    ['xyzzy', '/wire help lists them all.'],
  ])('%s gets a sentence with what may have been meant', (text, advice) => {
    const parsed = parse(text);
    expect(parsed.kind).toBe('unknown');
    expect(parsed.kind === 'unknown' && parsed.problem).toContain(advice);
  });
});

/** As Slack sends it: the three characters escaped. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function written(name: string, value: string): string {
  return `${name}:"${escaped(value.replace(/["\\]/g, '\\$&'))}"`;
}

function valuesOf({ options }: CommandDefinition) {
  const values = options.map(({ name, isFlag, isRequired }) => {
    const value = isFlag ? fc.constant('true') : fc.string({ minLength: 1, unit: 'grapheme' });
    const wanted = isRequired ? value.filter((text) => text.trim() !== '') : fc.option(value, { nil: '' });
    return wanted.map((text): readonly [string, string] => [name, text]);
  });
  return fc.tuple(...values).map((entries) => entries.filter(([, text]) => text !== ''));
}

test.each(commandDefinitions.map((each) => [each.name, each] as const))(
  'any values of "%s" that are written as text are read back',
  (name, each) => {
    fc.assert(
      fc.property(valuesOf(each), (entries) => {
        const text = entries.map(([option, value]) => written(option, value)).join(' ');
        expect(parseWireCommand(`${name} ${text}`, commandDefinitions)).toEqual(
          run(name, Object.fromEntries(entries)),
        );
      }),
    );
  },
);
