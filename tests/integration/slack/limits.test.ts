import { expect, test, vi } from 'vitest';
import type { CommandAnswer } from '../../../src/domain/command.ts';
import { channelSettings } from '../../fakes/channel-settings.ts';
import { notice, ScriptedCommands, scriptedDefinitions } from '../../fakes/scripted-commands.ts';
import { sampleOption } from '../../fixtures/sample-option.ts';
import { type SlackBot, startSlackBot } from './slack-bot.ts';

const fromBot = ({ slack }: SlackBot) => slack.messages.filter(({ user }) => user === 'UBOT1');
const at = { channel: 'C1', user: 'U1' };

test('a person is answered four questions at a time, and told so at the fifth', async () => {
  const started = await startSlackBot();
  const { slack, commands } = started;
  const held = Promise.withResolvers<CommandAnswer>();
  commands.answer('ask', () => held.promise);

  for (const number of [1, 2, 3, 4]) await slack.mention(`Question ${number}?`, at);
  await vi.waitFor(() => expect(commands.runs).toHaveLength(4));
  await slack.mention('Question 5?', at);
  await vi.waitFor(() => expect(slack.ephemerals[0]?.text).toContain('still busy'));
  await slack.mention('Mine?', { channel: 'C1', user: 'UADMIN' });
  await vi.waitFor(() => expect(commands.runs).toHaveLength(5));
  held.resolve(notice('There'));
  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(5));
  await slack.mention('Question 6?', at);

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(6));
});

test('a command counts among what a person has under way', async () => {
  const { slack, commands } = await startSlackBot();
  const held = Promise.withResolvers<CommandAnswer>();
  commands.answer('ask', () => held.promise);
  const ask = { command: '/wire', text: 'ask Well?', userId: 'U1', channelId: 'C1' };

  for (const _ of [1, 2, 3, 4, 5]) await slack.command(ask);

  await vi.waitFor(() => expect(slack.ephemerals[0]?.text).toContain('still busy'));
  expect(commands.runs).toHaveLength(4);
  held.resolve(notice('There'));
  await vi.waitFor(() => expect(slack.ephemerals).toHaveLength(5));
});

test('an answer in a thread has five messages, and a sentence about the others', async () => {
  const started = await startSlackBot();
  started.commands.answer('ask', () => {
    const parts = Array.from({ length: 9 }, (_, index) => notice(`Part ${index + 1}`));
    return {
      kind: 'documents',
      documents: parts.flatMap((part) => ('documents' in part ? part.documents : [])),
    };
  });

  await started.slack.mention('Everything?', at);

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(6));
  expect(fromBot(started)[4]?.text).toContain('Part 5');
  expect(fromBot(started)[5]?.text).toContain('4 more messages are left out here. To see the rest,');
});

test('a Home that is opened again and again is made once at a time, and once more', async () => {
  const { slack, commands } = await startSlackBot();
  const held = Promise.withResolvers<CommandAnswer>();
  commands.answer('stats', () => held.promise);

  await slack.openHome('U1');
  await vi.waitFor(() => expect(commands.runsOf('stats')).toHaveLength(1));
  for (const _ of [1, 2, 3, 4]) await slack.openHome('U1');
  await slack.openHome('UADMIN');
  await vi.waitFor(() => expect(commands.runsOf('stats')).toHaveLength(2));
  held.resolve(notice('Stories'));

  const published = () => slack.calls.filter(({ method }) => method === 'views.publish').length;
  await vi.waitFor(() => expect(published()).toBe(3));
  expect(commands.runsOf('stats').map(({ actor }) => actor.personId)).toEqual(['U1', 'UADMIN', 'U1']);
});

test('the Home asks for the watches of the channel where the command can tell them, and for the forms of sources', async () => {
  const channel = sampleOption('channel', { completes: 'channel' });
  const sources = ['sources add', 'sources pause', 'sources remove'].map((name) => ({
    ...{ name, help: `Does ${name}.`, who: 'admins' as const, options: [] },
  }));
  const commands = new ScriptedCommands([
    ...scriptedDefinitions.map((each) =>
      each.name === 'watch list' ? { ...each, options: [channel] } : each,
    ),
    ...sources,
  ]);
  const { slack, store } = await startSlackBot({ commands });
  const ref = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
  await store.channels.configure({ ref, settings: channelSettings }, 0);

  await slack.openHome('UADMIN');

  await vi.waitFor(() => expect(slack.views).toHaveLength(1));
  expect(commands.runsOf('watch list')[0]?.input.options).toEqual({ channel: 'C1' });
  const home = JSON.stringify(slack.views[0]?.blocks);
  for (const { name } of sources) expect(home).toContain(`"form:${name}?"`);
});
