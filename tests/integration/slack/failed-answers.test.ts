import { expect, test, vi } from 'vitest';
import type { CommandAnswer } from '../../../src/domain/command.ts';
import { notice } from '../../fakes/scripted-commands.ts';
import { action, posted } from './posted-buttons.ts';
import { type SlackBot, startSlackBot } from './slack-bot.ts';

const fromBot = ({ slack }: SlackBot) => slack.messages.filter(({ user }) => user === 'UBOT1');
const at = { channel: 'C1', user: 'U1' };

test('an answer for which Slack asks a long pause is posted after it', async () => {
  const started = await startSlackBot();
  const { slack, waits } = started;
  slack.rateLimitNext('chat.postMessage', 60);

  await slack.mention('Busy?', at);
  await vi.waitFor(() => expect(waits.held.map(({ ms }) => ms)).toEqual([60_000]));
  waits.release(60_000);

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  expect(slack.ephemerals).toEqual([]);
});

test.each([
  ['that cannot be posted after the pause either', 60, 'ratelimited'],
  ['that Slack refuses', 0, 'is_archived'],
])('whoever asked is told of an answer %s', async (_, pauseSeconds, code) => {
  const started = await startSlackBot();
  const { slack, waits, log } = started;
  if (pauseSeconds > 0) {
    slack.rateLimitNext('chat.postMessage', pauseSeconds);
    slack.rateLimitNext('chat.postMessage', pauseSeconds);
  } else slack.failNext('chat.postMessage', code);

  await slack.mention('Busy?', at);
  if (pauseSeconds > 0) {
    await vi.waitFor(() => expect(waits.held).toHaveLength(1));
    waits.release(pauseSeconds * 1_000);
  }

  await vi.waitFor(() => expect(slack.ephemerals[0]?.text).toContain('Something went wrong on my side'));
  expect(slack.ephemerals[0]).toMatchObject({ user: 'U1', thread_ts: slack.messages[0]?.ts });
  expect(fromBot(started)).toEqual([]);
  expect(log.sentences('error')).toEqual(['Slack question was not answered']);
});

test('whoever cannot be told in the channel is told in direct messages', async () => {
  const started = await startSlackBot();
  const { slack } = started;
  slack.failNext('chat.postMessage', 'is_archived');
  slack.failNext('chat.postEphemeral', 'is_archived');

  await slack.mention('Busy?', at);

  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  expect(fromBot(started)[0]).toMatchObject({ channel: 'DU1', text: expect.stringContaining('went wrong') });
});

test('a status that Slack refuses keeps no answer waiting, and is not asked for again for an hour', async () => {
  const started = await startSlackBot();
  const { slack, clock } = started;
  const asked = () => slack.calls.filter(({ method }) => method === 'assistant.threads.setStatus').length;
  slack.failNext('assistant.threads.setStatus', 'missing_scope', { needed: 'assistant:write' });

  await slack.directMessage('One?', { user: 'U1' });
  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(1));
  await vi.waitFor(() => expect(asked()).toBe(1));
  await vi.waitFor(() => expect(started.log.sentences('info')).toContain('Slack has no agent view here'));
  await slack.directMessage('Two?', { user: 'U1' });
  await vi.waitFor(() => expect(fromBot(started)).toHaveLength(2));
  expect(asked()).toBe(1);
  clock.advance(3_600_000);
  await slack.directMessage('Three?', { user: 'U1' });

  await vi.waitFor(() => expect(slack.statuses.length).toBeGreaterThan(0));
});

test('a form whose acknowledgement is lost is answered in direct messages, with what it did', async () => {
  const started = await startSlackBot();
  const { slack, commands, waits } = started;
  const held = Promise.withResolvers<CommandAnswer>();
  commands.answer('watch add', () => held.promise);
  const ts = await posted(started, [action('watch add', { query: 'chips' }, 'form')]);
  await slack.press(ts, 'wire:0', { user: 'UADMIN' });
  await vi.waitFor(() => expect(slack.views[0]?.callbackId).toBe('wire:form'));
  const submitting = slack.submit(slack.views[0]?.id ?? '', {}, { user: 'UADMIN' });
  await vi.waitFor(() => expect(commands.runs).toHaveLength(1));

  slack.failNext('apps.connections.open', 'internal_error');
  slack.resetConnections();
  await vi.waitFor(() => expect(waits.held.map(({ ms }) => ms)).toContain(1_000));
  held.resolve(notice('Saved'));

  expect((await submitting).outcome).toBe('connection_failed');
  await vi.waitFor(() => expect(slack.messages.at(-1)).toMatchObject({ channel: 'DUADMIN' }));
  expect(slack.messages.at(-1)?.text).toContain('Saved');
  expect(JSON.stringify(slack.messages)).not.toContain('went wrong');
});
