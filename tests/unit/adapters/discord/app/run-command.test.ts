import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import { usedPermissions } from '../../../../../adapters/discord/permissions.ts';
import { channelProblem } from '../../../../../adapters/discord/run-command.ts';
import type { CommandDefinition } from '../../../../../src/domain/command.ts';
import { sampleOption } from '../../../../fixtures/sample-option.ts';

const channel = sampleOption('channel', { completes: 'channel' });
const settings: CommandDefinition = { name: 'settings', help: 'Sets.', who: 'admins', options: [channel] };
const allUsed = usedPermissions.reduce((sum, { bit }) => sum | bit, 0n);
const input = { name: 'settings', options: { channel: '9' } };
const inHere = { name: 'settings', options: {} };
const news = (botPermissions: bigint | null) => ({ id: '9', name: 'news', botPermissions });
const chosen = (botPermissions: bigint | null) => ({ channels: [news(botPermissions)], here: null });
const here = (botPermissions: bigint | null) => ({ channels: [], here: news(botPermissions) });

test('a channel in which nothing is missing is taken', () => {
  expect(channelProblem(settings, input, chosen(allUsed))).toBeNull();
  expect(channelProblem(settings, inHere, here(allUsed))).toBeNull();
});

test('an administrator lacks nothing', () => {
  expect(channelProblem(settings, input, chosen(PermissionFlagsBits.Administrator))).toBeNull();
});

test.each(usedPermissions.map(({ name, bit }) => [name, bit] as const))(
  'a channel without %s is refused by that name, chosen or where the command is given',
  (name, bit) => {
    expect(channelProblem(settings, input, chosen(allUsed & ~bit))).toContain(`I lack ${name} there`);
    expect(channelProblem(settings, inHere, here(allUsed & ~bit))).toContain(`I lack ${name} there`);
  },
);

test('where another channel is chosen, the one that the command is given in is of no matter', () => {
  expect(channelProblem(settings, { ...input, options: { channel: '8' } }, here(0n))).toBeNull();
});

test('a change of a watch is not about the channel that it is made in', () => {
  const watchEdit = { ...settings, options: [sampleOption('watch', { completes: 'watch' }), channel] };

  expect(channelProblem(watchEdit, inHere, here(0n))).toBeNull();
});

test('a command without a channel is not about the one that it is given in', () => {
  expect(channelProblem({ ...settings, options: [sampleOption('days')] }, inHere, here(0n))).toBeNull();
});

test('where Discord does not say what the bot may do, nothing is refused', () => {
  expect(channelProblem(settings, input, chosen(null))).toBeNull();
  expect(channelProblem(settings, inHere, here(null))).toBeNull();
});

test('a command that posts nothing is not refused', () => {
  const forAll: CommandDefinition = { ...settings, who: 'all' };

  expect(channelProblem(forAll, input, chosen(0n))).toBeNull();
});
