import { expect, test } from 'vitest';
import {
  clearingWord,
  filledOptions,
  readPage,
  writtenOptions,
} from '../../../../../adapters/discord/form-options.ts';
import { commandTable } from '../../../../../src/commands/command-table.ts';
import type { CommandDefinition } from '../../../../../src/domain/command.ts';
import { sampleOption } from '../../../../fixtures/sample-option.ts';

const channel = sampleOption('channel', { completes: 'channel' });
const zone = sampleOption('zone');
const mention = sampleOption('mention', { help: 'Who is called: person:U1, or none.' });
const quiet = sampleOption('quiet', { help: 'Hours as 22:00-07:00, or off.' });
const confirm = sampleOption('confirm', { isFlag: true });
const query = sampleOption('query', { isRequired: true });
const options = [channel, zone, mention, quiet, confirm, query];
const settings: CommandDefinition = { name: 'settings', help: 'Sets.', who: 'admins', options };
const values = { channel: '1', zone: 'UTC', mention: 'role:2', quiet: '22:00-07:00', query: 'ZTE' };
const state = { command: 'settings', values, given: {}, filled: {} };

test('what is emptied becomes the word that clears it, and else is told to stay', () => {
  expect(readPage(options, { channel: '1', query: 'ZTE' }, state)).toEqual({
    options: { channel: '1', query: 'ZTE', mention: 'none', quiet: 'off' },
    unchanged: ['zone'],
  });
});

test('a channel that is emptied stays the one that the form is about', () => {
  const read = readPage([channel], {}, state);

  expect(read).toEqual({ options: { channel: '1' }, unchanged: ['channel'] });
});

test('what had no value is not emptied, and a flag without one is off', () => {
  expect(readPage(options, {}, { values: { confirm: 'true' }, given: {} })).toEqual({
    options: {},
    unchanged: [],
  });
});

test('what came with the button is taken back by emptying it', () => {
  const read = readPage([zone], {}, { values: { zone: 'UTC' }, given: { zone: 'UTC' } });

  expect(read).toEqual({ options: {}, unchanged: [] });
});

test('a form for the channel that it was filled from is sent as it is, with the pages that nobody saw', () => {
  const filled = { channel: '1', zone: 'UTC' };

  expect(filledOptions({ ...state, filled }, [mention], settings)).toEqual({ ...filled, mention: 'role:2' });
});

test("a form for another channel takes none of the first one's values along", () => {
  const filled = { channel: '8', zone: 'UTC', quiet: 'off', query: 'ZTE' };

  expect(filledOptions({ ...state, filled }, [mention], settings)).toEqual({
    channel: '8',
    quiet: 'off',
    query: 'ZTE',
  });
});

test('what came with the button goes along to another channel', () => {
  const filled = { channel: '8', zone: 'UTC' };

  expect(filledOptions({ ...state, given: { zone: 'UTC' }, filled }, [], settings)).toEqual(filled);
});

test('what is written anew after a refusal is only what was written', () => {
  expect(writtenOptions({ ...values, zone: 'Mars' }, state, settings)).toEqual({
    channel: '1',
    zone: 'Mars',
    query: 'ZTE',
  });
});

test('every option that can be cleared says so in its help', () => {
  const all = commandTable.flatMap(({ definition }) => definition.options);
  const clearable = all.filter((option) => clearingWord(option) !== null).map(({ name }) => name);

  expect([...new Set(clearable)].toSorted()).toEqual(['admins', 'mention', 'notices', 'quiet']);
});
