import { describe, expect, test, vi } from 'vitest';
import type { CommandAnswer } from '../../../src/domain/command.ts';
import { notice, ScriptedCommands } from '../../fakes/scripted-commands.ts';
import { sampleOption } from '../../fixtures/sample-option.ts';
import { action, posted, table } from './posted-buttons.ts';
import { type SlackBot, startSlackBot } from './slack-bot.ts';

const query = { 'option:query': { value: 'Huawei' } };

async function opened(started: SlackBot): Promise<string> {
  const ts = await posted(started, [action('watch add', { query: 'chips' }, 'form')]);
  await started.slack.press(ts, 'wire:0', { user: 'UADMIN' });
  await vi.waitFor(() => expect(started.slack.views[0]?.callbackId).toBe('wire:form'));
  return started.slack.views[0]?.id ?? '';
}

test('a form is opened by a button with the values that it has, and runs its command where it was opened', async () => {
  const started = await startSlackBot();
  const { slack, commands } = started;
  const viewId = await opened(started);
  expect(JSON.stringify(slack.views[0]?.blocks)).toContain('chips');

  await slack.submit(viewId, query, { user: 'UADMIN' });

  await vi.waitFor(() => expect(slack.views[0]?.callbackId).toBe(''));
  expect(commands.runs[0]?.input).toEqual({
    name: 'watch add',
    options: { query: 'Huawei', channel: 'C1' },
  });
  expect(commands.runs[0]?.actor).toMatchObject({ channelId: 'C1', isAdmin: true });
  expect(slack.personErrors).toEqual([]);
});

test('a form shows what was wrong by the option that it is about, and stays', async () => {
  const started = await startSlackBot();
  const { slack, commands } = started;
  commands.answer('watch add', () => ({ kind: 'refused', problem: 'The cadence hourly is none.' }));
  const viewId = await opened(started);

  await slack.submit(viewId, query, { user: 'UADMIN' });

  expect(slack.views[0]?.errors).toEqual({ 'option:cadence': 'The cadence hourly is none.' });
});

test('a form that takes longer than Slack waits gets its answer later', async () => {
  const started = await startSlackBot();
  const { slack, commands, waits } = started;
  const held = Promise.withResolvers<CommandAnswer>();
  commands.answer('watch add', () => held.promise);
  const viewId = await opened(started);

  const submitting = slack.submit(viewId, query, { user: 'UADMIN' });
  await vi.waitFor(() => expect(waits.held.map(({ ms }) => ms)).toEqual([2_000]));
  waits.release(2_000);
  expect((await submitting).payload).toMatchObject({ response_action: 'update' });
  held.resolve(notice('Saved'));

  await vi.waitFor(() => expect(JSON.stringify(slack.views[0]?.blocks)).toContain('Saved'));
});

describe('suggestions', () => {
  async function suggested(started: SlackBot, command: string, option: string) {
    const { slack } = started;
    const ts = await posted(started, [action(command, {}, 'form')]);
    await slack.press(ts, 'wire:0', { user: 'UADMIN' });
    await vi.waitFor(() => expect(slack.views[0]?.callbackId).toBe('wire:form'));
    started.clock.advance(60_000);
    const viewId = slack.views[0]?.id ?? '';
    return () =>
      slack.suggest({ actionId: 'value', blockId: `option:${option}`, value: 'a', user: 'UADMIN', viewId });
  }

  test('that take too long are none', async () => {
    const started = await startSlackBot();
    started.commands.choices = () => new Promise(() => {});
    const suggest = await suggested(started, 'story', 'story');

    const suggesting = suggest();
    await vi.waitFor(() => expect(started.waits.held.map(({ ms }) => ms)).toEqual([2_000]));
    started.waits.release(2_000);

    expect(await suggesting).toMatchObject({ outcome: 'acked', payload: { options: [] } });
  });

  test('that fail are none', async () => {
    const started = await startSlackBot();
    started.commands.choices = () => Promise.reject(new Error('The index is gone.'));

    const suggest = await suggested(started, 'story', 'story');

    expect(await suggest()).toMatchObject({ outcome: 'acked', payload: { options: [] } });
  });

  test.each([
    ['for all asks nothing about rights', 'all', 0],
    ['for admins waits for no pause that Slack asks for', 'admins', 1],
  ] as const)('in a form %s', async (_, who, asked) => {
    const story = sampleOption('story', { completes: 'story' });
    const commands = new ScriptedCommands([{ name: 'story', help: 'Tells.', who, options: [story] }]);
    const started = await startSlackBot({ commands });
    const suggest = await suggested(started, 'story', 'story');
    const before = started.slack.calls.filter(({ method }) => method === 'users.info').length;
    started.slack.rateLimitNext('users.info', 20);

    const { payload } = await suggest();

    expect(payload['options']).toHaveLength(1);
    expect(started.waits.asked).not.toContain(20_000);
    expect(started.slack.calls.filter(({ method }) => method === 'users.info').length - before).toBe(asked);
  });
});

test('a form whose trigger is too old says so', async () => {
  const started = await startSlackBot();
  const { slack } = started;
  const ts = await posted(started, [action('watch add', {}, 'form')]);
  slack.failNext('views.open', 'expired_trigger_id');

  await slack.press(ts, 'wire:0', { user: 'UADMIN' });

  await vi.waitFor(() => expect(slack.ephemerals[0]?.text).toContain('did not open the window in time'));
});

test('a form goes over the window whose button opened it', async () => {
  const started = await startSlackBot();
  const { slack, commands } = started;
  commands.answer('watch add', () => table([action('settings', {}, 'form')]));
  const viewId = await opened(started);
  await slack.submit(viewId, query, { user: 'UADMIN' });
  await vi.waitFor(() => expect(slack.views[0]?.callbackId).toBe(''));

  await slack.press(viewId, 'wire:0', { user: 'UADMIN' });

  await vi.waitFor(() => expect(slack.views.at(-1)?.title).toBe('Settings'));
  expect(slack.views.at(-1)?.previousViewId).toBe(viewId);
});

test('a form that cannot be filled says so in its window', async () => {
  const started = await startSlackBot();
  const { slack, commands, log } = started;
  commands.formProblem = 'The store is gone.';
  const ts = await posted(started, [action('watch add', {}, 'form')]);

  await slack.press(ts, 'wire:0', { user: 'UADMIN' });

  await vi.waitFor(() => expect(JSON.stringify(slack.views[0]?.blocks)).toContain('Something went wrong'));
  expect(log.sentences('error')).toEqual(['Slack window could not be filled']);
});

test('a form whose store fails when it is sent stays, with a sentence', async () => {
  const started = await startSlackBot();
  const { slack, store } = started;
  const viewId = await opened(started);
  store.channels.list = () => Promise.reject(new Error('The store is gone.'));

  await slack.submit(viewId, query, { user: 'UADMIN' });

  expect(Object.values(slack.views[0]?.errors ?? {})[0]).toContain('Something went wrong');
  expect(slack.personErrors).toEqual([]);
});
