import { describe, expect, test, vi } from 'vitest';
import type { CommandAnswer } from '../../../src/domain/command.ts';
import { notice } from '../../fakes/scripted-commands.ts';
import { type Mode, startSlackBot } from './slack-bot.ts';

const wire = (text: string, userId = 'U1', channelId = 'C1') => ({
  command: '/wire',
  text,
  userId,
  channelId,
});

/** So many messages, whatever they hold. */
function manyNotices(count: number): CommandAnswer {
  const documents = Array.from({ length: count }, (_, index) => ({
    ...{ kind: 'notice' as const, heading: `Part ${index + 1}`, paragraphs: [] },
  }));
  return { kind: 'documents', documents };
}

describe.each<Mode>(['socket', 'http'])('the slash command in %s mode', (mode) => {
  test('is answered to the one who gave it, by the response_url', async () => {
    const { slack, commands } = await startSlackBot({ mode });

    const { outcome } = await slack.command(wire('ask What is new?'));

    expect(outcome).toBe('acked');
    await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(1));
    expect(slack.ephemerals[0]).toMatchObject({ channel: 'C1', user: 'U1', from: 'response_url' });
    expect(commands.runs[0]?.input).toEqual({ name: 'ask', options: { question: 'What is new?' } });
    expect(commands.runs[0]?.actor).toMatchObject({
      ...{ platform: 'slack', workspaceId: 'T1', personId: 'U1', channelId: 'C1' },
      ...{ isAdmin: false, language: 'en', conversationId: null },
    });
  });

  test('is acknowledged at once while what it asks for takes its time', async () => {
    const { slack, commands } = await startSlackBot({ mode });
    const held = Promise.withResolvers<CommandAnswer>();
    commands.answer('ask', () => held.promise);

    const { outcome } = await slack.command(wire('ask Slowly?'));

    expect(outcome).toBe('acked');
    await vi.waitFor(() => expect(commands.runs).toHaveLength(1));
    expect(slack.ephemerals).toHaveLength(0);
    held.resolve(notice('Late'));
    await vi.waitFor(() => expect(slack.ephemerals.map(({ text }) => text).join()).toContain('Late'));
  });
});

test('the name of a group lists its commands', async () => {
  const { slack } = await startSlackBot();

  await slack.command(wire('watch'));

  await vi.waitFor(() => expect(JSON.stringify(slack.ephemerals)).toContain('watch list'));
  expect(JSON.stringify(slack.ephemerals)).toContain('watch add');
});

test('the bare command opens a window with the common ones, whose buttons run them there', async () => {
  const { slack, commands } = await startSlackBot();

  await slack.command(wire(''));
  await vi.waitFor(() => expect(slack.views).toHaveLength(1));
  const [view] = slack.views;
  const text = JSON.stringify(view?.blocks);
  expect(text).toContain('Watch list');
  await slack.press(view?.id ?? '', 'wire:5', { user: 'U1' });

  await vi.waitFor(() => expect(slack.views[0]?.title).toBe('Sources list'));
  expect(commands.runsOf('sources list')[0]?.actor.channelId).toBe('C1');
});

test('a command without what it must have opens its form', async () => {
  const { slack } = await startSlackBot();

  await slack.command(wire('watch add cadence:digest', 'UADMIN'));

  await vi.waitFor(() => expect(slack.views[0]?.callbackId).toBe('wire:form'));
  expect(slack.views[0]?.title).toBe('Watch add');
});

test('what a response_url does not take any more is shown where it was asked for', async () => {
  const { slack, commands } = await startSlackBot();
  commands.answer('ask', () => manyNotices(7));

  await slack.command(wire('ask Everything?'));

  await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(6));
  expect(slack.ephemerals.map(({ from }) => from)).toEqual([
    ...Array.from({ length: 5 }, () => 'response_url'),
    'method',
  ]);
  expect(slack.ephemerals.at(-1)?.text).toContain('2 more messages are left out here. To see the rest,');
  expect(slack.responses.map(({ refusedWith }) => refusedWith)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
});

test('what cannot be shown there either is written to the person', async () => {
  const channels = [{ id: 'C2', name: 'elsewhere', isMember: false }];
  const { slack, commands } = await startSlackBot({ slack: { channels } });
  commands.answer('ask', () => manyNotices(6));

  await slack.command(wire('ask Everything?', 'U1', 'C2'));

  await vi.waitFor(() => expect(slack.messages).toHaveLength(1));
  expect(slack.ephemerals).toHaveLength(5);
  expect(slack.messages[0]?.channel).toMatch(/^D/);
  expect(slack.messages[0]?.text).toContain('1 more message is left out here.');
});

test('a rate limit on the way to a person is waited for', async () => {
  const { slack, commands, waits } = await startSlackBot();
  commands.answer('ask', () => manyNotices(6));
  slack.rateLimitNext('chat.postEphemeral', 2);

  await slack.command(wire('ask Everything?'));
  await vi.waitFor(() => expect(waits.held.map(({ ms }) => ms)).toEqual([2_000]));
  expect(slack.ephemerals).toHaveLength(5);
  waits.release(2_000);

  await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(6));
});

test('what cannot be seen in a command is left out of it', async () => {
  const { slack, commands } = await startSlackBot();

  await slack.command(wire('ask chip\u202E gnip\u200B?'));

  await vi.waitFor(() => expect(commands.runs[0]?.input.options).toEqual({ question: 'chip gnip?' }));
});
