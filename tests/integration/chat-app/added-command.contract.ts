import { expect, test } from 'vitest';
import { commandDefinitions } from '../../../src/commands/create-command-runner.ts';
import type { CommandAnswer, CommandDefinition, CompletedKind } from '../../../src/domain/command.ts';
import { sampleOption } from '../../fixtures/sample-option.ts';
import { formAction, openScripted, someValues } from './chat-app-bench.ts';
import type { StartChatApp } from './driver.ts';

const completed = ['story', 'watch', 'source', 'delivery'] as const satisfies readonly CompletedKind[];

/** With an option of each kind. */
const echo: CommandDefinition = {
  name: 'echo',
  help: 'Gives back what it is given.',
  who: 'all',
  options: [
    sampleOption('words', { isRequired: true }),
    sampleOption('tone', { choices: ['soft', 'loud'] }),
    sampleOption('twice', { isFlag: true }),
    sampleOption('mention'),
    sampleOption('channel', { completes: 'channel' }),
    ...completed.map((kind) => sampleOption(kind, { completes: kind })),
  ],
};
const table = [...commandDefinitions, echo];

async function open(start: StartChatApp) {
  const opened = await openScripted(start, table);
  opened.commands.answer('help', ({ options }): CommandAnswer => {
    return { kind: 'help', commands: table.filter(({ name }) => name === options['command']) };
  });
  opened.commands.answer('echo', ({ options }): CommandAnswer => {
    const rows = Object.entries(options).map(([name, value]) => [name, value]);
    const shown = { heading: 'It was said', columns: ['Option', 'Value'], rows, notes: [], data: [] };
    return { kind: 'table', table: shown };
  });
  return { ...opened, options: someValues(echo, opened.app) };
}

/** A command that is added to the table is there, with nothing written for it on the platform. */
export function addedCommandContract(start: StartChatApp): void {
  test('a command that is added to the table can be given, and is answered', async () => {
    const { app, runs, options } = await open(start);

    const { text, isPrivate } = await app.command('reader', { name: 'echo', options });

    expect(runs).toMatchObject([{ input: { name: 'echo' }, actor: { personId: app.people.reader } }]);
    expect(runs[0]?.input.options).toEqual(options);
    expect(text).toContain('It was said');
    expect(text).toContain('some words');
    expect(isPrivate).toBe(true);
  });

  test('a command that is added to the table stands in the help, with its options', async () => {
    const { app } = await open(start);

    const { text } = await app.command('reader', { name: 'help', options: { command: 'echo' } });

    expect(text).toContain('Gives back what it is given.');
    for (const { help } of echo.options) expect(text).toContain(help);
  });

  test('a command that is added to the table has a form, and is answered in it', async () => {
    const { app, runs, options } = await open(start);
    const offer = await app.post([formAction('echo', { words: 'before' })]);

    const form = await app.openForm('reader', offer, 'echo');
    const { text } = await form.fill(options);

    expect(form.values['words']).toBe('before');
    expect(runs.map(({ input }) => input)).toEqual([{ name: 'echo', options }]);
    expect(text).toContain('It was said');
  });

  test.each(completed)('the option of an added command that is a %s is completed', async (kind) => {
    const { app } = await open(start);
    const input = { name: 'echo', options: { words: 'some words', [kind]: 'hua' } };

    expect(await app.complete('reader', input, kind)).toEqual([
      { label: `${kind} like hua`, value: `${kind}-1` },
    ]);
  });
}
