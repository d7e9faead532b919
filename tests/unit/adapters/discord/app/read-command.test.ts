import { expect, test } from 'vitest';
import { definitionOf, readCommand, readOptions } from '../../../../../adapters/discord/read-command.ts';
import type { CommandDefinition } from '../../../../../src/domain/command.ts';
import { sampleOption } from '../../../../fixtures/sample-option.ts';

const settings: CommandDefinition = {
  ...{ name: 'settings', help: 'Sets.', who: 'admins' },
  options: [
    sampleOption('channel', { completes: 'channel' }),
    sampleOption('mention'),
    sampleOption('notices'),
    sampleOption('note'),
    sampleOption('pause', { isFlag: true }),
  ],
};
const given = (name: string, value: string | boolean) => ({ name, value, isFocused: false });
const read = (name: string, value: string | boolean) => readCommand([given(name, value)], settings).options;

test.each([
  ['people and roles', '<@1> <@!2>, <@&3>', 'person:1,person:2,role:3'],
  ['ids as they are written on every platform', 'person:1,role:3', 'person:1,role:3'],
  ['words that name nobody', 'everyone', 'everyone'],
  ['nobody', 'none', 'none'],
])('who is mentioned is read from %s', (_, written, expected) => {
  expect(read('mention', written)).toEqual({ mention: expected });
});

test.each([
  ['a channel', '<#42>', '42'],
  ['a role', '<@&42>', '42'],
  ['a person', '<@42>', 'person:42'],
])('%s alone in an option is its id', (_, written, expected) => {
  expect(read('notices', written)).toEqual({ notices: expected });
});

test('a reference within a text stays what was written', () => {
  expect(read('note', 'see <#42> first')).toEqual({ note: 'see <#42> first' });
});

test('what is empty, off or unknown is left out', () => {
  expect(readOptions({ note: '  ', pause: 'false', other: 'x' }, settings)).toEqual({});
});

test('a command beside subcommands of its name is found by both of its names', () => {
  expect(definitionOf('settings settings', [settings])).toBe(settings);
  expect(definitionOf('settings', [settings])).toBe(settings);
  expect(definitionOf('settings other', [settings])).toBeNull();
});
