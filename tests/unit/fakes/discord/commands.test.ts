import { expect, test } from 'vitest';
import { sampleGuild } from '../../../fakes/discord/options.ts';
import { commandProblems } from '../../../fakes/discord/validate/commands.ts';
import type { FieldError } from '../../../fakes/discord/validate/fields.ts';
import { openFake, restTo } from './real-client.ts';
import { refusalOf } from './refusal.ts';

const command = (name: string, more: object = {}) => ({ name, description: 'Does it.', ...more });
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'What.', ...more });
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));
const brief = (problems: readonly FieldError[]) =>
  problems.map(({ path, code }) => `${path.join('.')} ${code}`);
const choices = (count: number) => many(count, (index) => ({ name: `n${index}`, value: 'v' }));
const big = (chars: number) =>
  command('a', {
    description: 'd',
    options: [
      option('o', {
        description: 'd',
        choices: many(25, () => ({ name: 'n'.repeat(100), value: 'v'.repeat(100) })),
      }),
      option('p', {
        description: 'd',
        choices: many(14, () => ({ name: 'n'.repeat(100), value: 'v'.repeat(100) })),
      }),
      option('q', { description: 'd', choices: [{ name: 'n'.repeat(100), value: 'v'.repeat(chars) }] }),
    ],
  });

test.each([
  ['a name of 32', command('a'.repeat(32)), command('a'.repeat(33)), 'name BASE_TYPE_BAD_LENGTH'],
  ['a name in lower case', command('ask'), command('Ask'), 'name APPLICATION_COMMAND_INVALID_NAME'],
  ['a name without blanks', command('ask-it'), command('ask it'), 'name APPLICATION_COMMAND_INVALID_NAME'],
  [
    'a description of 100',
    command('a', { description: 'd'.repeat(100) }),
    command('a', { description: 'd'.repeat(101) }),
    'description BASE_TYPE_BAD_LENGTH',
  ],
  [
    '25 options',
    command('a', { options: many(25, (index) => option(`o${index}`)) }),
    command('a', { options: many(26, (index) => option(`o${index}`)) }),
    'options BASE_TYPE_MAX_LENGTH',
  ],
  [
    '25 choices',
    command('a', { options: [option('o', { choices: choices(25) })] }),
    command('a', { options: [option('o', { choices: choices(26) })] }),
    'options.0.choices BASE_TYPE_MAX_LENGTH',
  ],
  [
    'required options first',
    command('a', { options: [option('o', { required: true }), option('p')] }),
    command('a', { options: [option('o'), option('p', { required: true })] }),
    'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'subcommands alone',
    command('a', { options: [option('o', { type: 1 })] }),
    command('a', { options: [option('o', { type: 1 }), option('p')] }),
    'options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'an option name once',
    command('a', { options: [option('o'), option('p')] }),
    command('a', { options: [option('o'), option('o')] }),
    'options APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
  ],
  ['8,000 characters', big(92), big(93), ' APPLICATION_COMMAND_TOO_LARGE'],
  [
    'a context menu without a description',
    { type: 3, name: 'Compare it' },
    { type: 3, name: 'Compare it', description: 'd' },
    'description BASE_TYPE_MAX_LENGTH',
  ],
])('takes %s, and nothing else', (_, taken, refused, problem) => {
  expect(brief(commandProblems(taken, []))).toEqual([]);
  expect(brief(commandProblems(refused, []))).toEqual([problem]);
});

test('overwrites the commands of a scope, keeps the ids of those that stay, and counts', async () => {
  const fake = await openFake();
  const rest = restTo(fake);
  const path = `/applications/${fake.applicationId}/commands` as const;
  const put = async (...names: readonly string[]) =>
    Object(await rest.put(path, { body: names.map((name) => command(name)) })).map(
      ({ id }: { id: string }) => id,
    );

  const [ask] = await put('ask', 'digest');
  expect(await put('watch', 'ask')).toEqual([expect.any(String), ask]);
  expect(fake.commands.global.map(({ name }) => name)).toEqual(['watch', 'ask']);
  expect([fake.commands.writes, fake.commands.creates]).toEqual([2, 3]);
  await rest.put(`/applications/${fake.applicationId}/guilds/${sampleGuild.id}/commands`, {
    body: [command('help')],
  });
  expect(fake.commands.ofGuild(sampleGuild.id)).toMatchObject([{ name: 'help' }]);
  expect(await refusalOf(put('ask', 'ask'))).toMatchObject({
    fields: ['1 APPLICATION_COMMANDS_DUPLICATE_NAME'],
  });
});

test('takes 100 commands of a scope, and 200 creates a day', async () => {
  let nowMs = Date.UTC(2025, 10, 3);
  const fake = await openFake({ nowMs: () => nowMs });
  const put = (prefix: string, count: number) =>
    refusalOf(
      restTo(fake).put(`/applications/${fake.applicationId}/commands`, {
        body: many(count, (index) => command(`${prefix}${index}`)),
      }),
    );

  expect(await put('a', 101)).toMatchObject({ code: 30032 });
  expect(await put('a', 100)).toBeNull();
  expect(await put('b', 100)).toBeNull();
  expect(await put('c', 1)).toMatchObject({ status: 429 });
  nowMs += 86_400_000;
  expect(await put('c', 1)).toBeNull();
});

test('another application and a guild without the bot are refused', async () => {
  const fake = await openFake();
  const put = (path: `/${string}`) => refusalOf(restTo(fake).put(path, { body: [] }));

  expect(await put('/applications/1/commands')).toMatchObject({ code: 20012 });
  expect(await put(`/applications/${fake.applicationId}/guilds/1/commands`)).toMatchObject({ code: 50001 });
});
