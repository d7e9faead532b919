import { expect, test } from 'vitest';
import { closestCommands } from '../../../src/commands/closest-commands.ts';
import { commandDefinitions } from '../../../src/commands/create-command-runner.ts';
import { commandDesk, problemOf, reader } from './command-desk.ts';

const names = commandDefinitions.map(({ name }) => name);
const adminCommands = commandDefinitions.filter(({ who }) => who === 'admins').map(({ name }) => name);

test.each([
  ['aks', ['ask']],
  ['watch lst', ['watch list']],
  ['Watch  Add', ['watch add']],
  ['sources', ['sources list', 'sources add', 'sources remove', 'sources pause']],
  ['follwo', ['follow']],
  ['digset', ['digest now', 'digest preview', 'digest schedule', 'digest pause', 'digest archive']],
  ['watch everything', ['watch add', 'watch list', 'watch edit', 'watch remove', 'watch test']],
  ['preview', ['digest preview']],
  ['make me a sandwich', []],
  ['', []],
])('%j may be meant for %j', (written, expected) => {
  expect(closestCommands(written, names)).toEqual(expected);
});

test('a mistyped command is answered with what may be meant, and with the way to all', async () => {
  const { run } = await commandDesk();

  expect(problemOf(await run('watch lst', {}, reader))).toBe(
    'There is no command "watch lst". Did you mean "watch list"? "help" lists them all.',
  );
  expect(problemOf(await run('sandwich', {}, reader))).toBe(
    'There is no command "sandwich". "help" lists them all.',
  );
});

test('help on a mistyped command says so too', async () => {
  const { run } = await commandDesk();

  expect(problemOf(await run('help', { command: 'watsh' }, reader))).toContain('"watch add"');
});

test.each(adminCommands)(
  '"%s" is refused to who is no admin, and the refusal names who can',
  async (name) => {
    const { run } = await commandDesk();
    const person = { ...reader, admins: 'members with the role Editors' };

    expect(problemOf(await run(name, {}, person))).toBe(
      `Only members with the role Editors may run "${name}"; ask one of them.`,
    );
  },
);
