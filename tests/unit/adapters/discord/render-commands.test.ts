import { expect, test } from 'vitest';
import { compareMenuName, registrationsOf } from '../../../../adapters/discord/render-commands.ts';
import { commandTable } from '../../../../src/commands/command-table.ts';
import type { CommandDefinition } from '../../../../src/domain/command.ts';
import { commandProblems } from '../../../fakes/discord/validate/commands.ts';
import { sampleOption as option } from '../../../fixtures/sample-option.ts';

const definitions = commandTable.map(({ definition }) => definition);

function definition(name: string, changes: Partial<CommandDefinition> = {}): CommandDefinition {
  return { name, help: 'What it does.', who: 'all', options: [], ...changes };
}

test('registers every command of the table so that Discord takes it', () => {
  const registrations = registrationsOf(definitions);
  const names = registrations.flatMap(({ name, options }) =>
    [options].flat().some((each) => Object(each).type === 1)
      ? [options].flat().map((each) => `${name} ${Object(each).name}`)
      : [name],
  );

  expect(registrations.flatMap((command, index) => commandProblems(command, [index]))).toEqual([]);
  expect(names).toEqual(
    [...definitions.map(({ name }) => name), compareMenuName].sort(
      (a, b) => names.indexOf(a) - names.indexOf(b),
    ),
  );
});

test('gives options their types, and puts required ones first', () => {
  const [command] = registrationsOf([
    definition('watch add', {
      options: [
        option('confirm', { isFlag: true }),
        option('cadence', { choices: ['realtime', 'digest'] }),
        option('channel', { completes: 'channel' }),
        option('story', { completes: 'story' }),
        option('query', { isRequired: true }),
      ],
    }),
  ]);

  expect(command).toMatchObject({
    name: 'watch',
    options: [
      {
        ...{ type: 1, name: 'add', description: 'What it does.' },
        options: [
          { type: 3, name: 'query', required: true },
          { type: 5, name: 'confirm', required: false },
          {
            type: 3,
            name: 'cadence',
            choices: [{ name: 'realtime', value: 'realtime' }, { value: 'digest' }],
          },
          { type: 7, name: 'channel', channel_types: expect.arrayContaining([0, 5, 15]) },
          { type: 3, name: 'story', autocomplete: true },
        ],
      },
    ],
  });
});

test('hides from others what is for admins as a whole, and nothing else', () => {
  const registrations = registrationsOf([
    definition('audit', { who: 'admins' }),
    definition('watch list'),
    definition('watch add', { who: 'admins' }),
    definition('deliveries list', { who: 'admins' }),
    definition('deliveries retry', { who: 'admins' }),
  ]);

  expect(registrations.map(({ name, default_member_permissions: who }) => [name, who])).toEqual([
    ['audit', '32'],
    ['watch', null],
    ['deliveries', '32'],
    [compareMenuName, undefined],
  ]);
});

test('cuts a long help at a word, and keeps commands to servers', () => {
  const [command] = registrationsOf([
    definition('story', { help: 'Shows one story in all its detail. '.repeat(6) }),
  ]);

  expect(String(command?.['description']).length).toBeLessThanOrEqual(100);
  expect(command?.['description']).toMatch(/\w…$/);
  expect(command?.['contexts']).toEqual([0]);
});

test('keeps a command that stands beside subcommands of its name', () => {
  const [command] = registrationsOf([definition('stats'), definition('stats day')]);

  expect(command).toMatchObject({ name: 'stats', options: [{ name: 'stats' }, { name: 'day' }] });
});
