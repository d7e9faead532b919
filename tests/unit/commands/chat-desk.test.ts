import { expect, test } from 'vitest';
import { createChatDesk } from '../../../src/commands/create-chat-desk.ts';
import { buttonValue, encodeAction, type MessageAction } from '../../../src/domain/action.ts';
import type { Actor, CommandAnswer } from '../../../src/domain/command.ts';
import { failedAnswer } from '../../../src/domain/failed-answer.ts';
import { shortHash } from '../../../src/domain/text/short-hash.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { inMemoryStore } from '../../fakes/in-memory-store.ts';
import { RecordingLog } from '../../fakes/recording-log.ts';
import { ScriptedCommands } from '../../fakes/scripted-commands.ts';

const buttonChars = 100;
const person: Actor = {
  ...{ platform: 'discord', workspaceId: 'G1', personId: 'P1', channelId: 'C1' },
  ...{ isAdmin: false, admins: 'those who may manage the server', conversationId: null, language: 'en' },
};
const list = { name: 'watch list', options: {} };

function desk() {
  const commands = new ScriptedCommands();
  const clock = new FixedClock('2026-11-26T09:00:00Z');
  const log = new RecordingLog();
  const { actions } = inMemoryStore();
  const remembered: [string, number][] = [];
  const remember = async (text: string, atMs: number) => {
    remembered.push([text, atMs]);
    await actions.remember(text, atMs);
  };
  const chat = createChatDesk({ commands, actions: { ...actions, remember }, clock, log }, buttonChars);
  return { chat, commands, clock, log, remembered };
}

function watchTest(query: string): MessageAction {
  return { label: 'test', how: 'run', tone: 'plain', input: { name: 'watch test', options: { query } } };
}

const short = watchTest('y');
const long = watchTest('x'.repeat(200));

function tableOf(...rowActions: readonly (readonly MessageAction[])[]): CommandAnswer {
  return { kind: 'table', table: { heading: '', columns: [], rows: [], notes: [], data: [], rowActions } };
}

test('a command is run for whoever asked, and its answer comes as it is', async () => {
  const { chat, commands } = desk();
  const answer = tableOf([short]);
  commands.answer('watch list', () => answer);

  expect(await chat.run(list, person)).toEqual(answer);
  expect(commands.runs).toEqual([{ input: list, actor: person }]);
  expect(chat.definitions).toBe(commands.definitions);
});

test('of an answer only what a button is too short to carry is remembered, once', async () => {
  const { chat, commands, clock, remembered } = desk();
  commands.answer('watch list', () => tableOf([long], [short, long]));

  await chat.run(list, person);

  expect(remembered).toEqual([[encodeAction(long), clock.nowMs()]]);
});

test('an action that just fits a button is not remembered, and one that is longer by a letter is', async () => {
  const room = buttonChars - encodeAction(watchTest('')).length;
  const [fits, tooLong] = [watchTest('x'.repeat(room)), watchTest('x'.repeat(room + 1))];
  const { chat, remembered } = desk();

  await chat.remember([fits, tooLong]);

  expect(remembered.map(([text]) => text)).toEqual([encodeAction(tooLong)]);
});

test('a command that fails is answered with a sentence, and logged', async () => {
  const { chat, commands, log } = desk();
  commands.answer('watch list', () => {
    throw new Error('The table is gone');
  });

  expect(await chat.run(list, person)).toEqual(failedAnswer);
  expect(log.records).toMatchObject([
    {
      level: 'error',
      sentence: 'A command failed',
      fields: { command: 'watch list', platform: 'discord', workspaceId: 'G1', problem: 'The table is gone' },
    },
  ]);
});

test('an answer whose buttons cannot be remembered is not shown', async () => {
  const commands = new ScriptedCommands();
  commands.answer('watch list', () => tableOf([long]));
  const actions = {
    remember: () => Promise.reject(new Error('The store is closed')),
    find: async () => null,
  };
  const clock = new FixedClock('2026-11-26T09:00:00Z');
  const chat = createChatDesk({ commands, actions, clock, log: new RecordingLog() }, buttonChars);

  expect(await chat.run(list, person)).toEqual(failedAnswer);
});

test.each([
  ['short', short],
  ['long', long],
])('a button with a %s action stands for what it was made of', async (_, action) => {
  const { chat, commands } = desk();
  commands.answer('watch list', () => tableOf([action]));
  await chat.run(list, person);

  const pressed = await chat.press(buttonValue(action, buttonChars));

  expect(pressed).toEqual({ how: action.how, input: action.input });
});

test('a button that nobody remembers, or that is none of ours, stands for nothing', async () => {
  const { chat } = desk();

  expect(await chat.press(buttonValue(long, buttonChars))).toBeNull();
  expect(await chat.press('menu:7')).toBeNull();
});

test('what is kept of a form is found under its key, and under no other', async () => {
  const { chat, clock, remembered } = desk();

  const key = await chat.keep('{"form":{}}');

  expect(key).toBe(shortHash('{"form":{}}'));
  expect(await chat.kept(key)).toBe('{"form":{}}');
  expect(await chat.kept('0123456789abcdef')).toBeNull();
  expect(remembered).toEqual([['{"form":{}}', clock.nowMs()]]);
});

test('forms and completions are those of the commands', async () => {
  const { chat } = desk();

  expect(await chat.form({ name: 'settings', options: { zone: 'UTC' } }, person)).toMatchObject({
    ...{ kind: 'form', definition: { name: 'settings' }, values: { zone: 'UTC' } },
  });
  expect(await chat.form({ name: 'nothing', options: {} }, person)).toMatchObject({ kind: 'refused' });
  expect(await chat.complete('story', 'hua', person)).toEqual([
    { label: 'story like hua', value: 'story-1' },
  ]);
});
